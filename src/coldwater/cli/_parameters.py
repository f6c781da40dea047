"""What each command takes. Made by ``python -m coldwater.cli.generate`` from what typer declares; do not edit."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    #: The name; the kind (text, word, int, float, flag, or off for the word that takes a flag back); the default;
    #: whether it may be given several times, and must be given; the words, or the lowest and the highest number, that
    #: are allowed; what the help calls its value.
    Parameter = tuple[str, str, Any, bool, bool, Any, str]

#: Arguments in their order, and options by each of their spellings, by the words that call the command.
COMMANDS: dict[str, tuple[tuple[Parameter, ...], dict[str, Parameter]]] = {
    'add claim': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('text', 'text', None, False, True, None, 'TEXT'),),
        {
            '--id': ('id_', 'text', None, False, False, None, 'ID'),
            '--set': ('set_', 'text', (), True, False, None, 'FIELD=VALUE'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'add premise': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ARGUMENT'), ('premise', 'text', None, False, True, None, 'PREMISE'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'add reason': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('premises', 'text', (), True, True, None, 'PREMISE'),),
        {
            '--for': ('for_', 'text', None, False, False, None, 'ID'),
            '--against': ('against', 'text', None, False, False, None, 'ID'),
            '--each': ('each', 'flag', False, False, False, None, ''),
            '--title': ('title', 'text', None, False, False, None, 'WORDS'),
            '--id': ('id_', 'text', None, False, False, None, 'ID'),
            '--set': ('set_', 'text', (), True, False, None, 'FIELD=VALUE'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'add rival': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('claim', 'text', None, False, True, None, 'CLAIM'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'add source': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('title', 'text', None, False, True, None, 'TITLE'),),
        {
            '--id': ('id_', 'text', None, False, False, None, 'ID'),
            '--set': ('set_', 'text', (), True, False, None, 'FIELD=VALUE'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'apply': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('patch', 'text', None, False, True, None, 'PATCH'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--expected': ('expected', 'flag', False, False, False, None, ''),
        },
    ),
    'build': (
        (),
        {
            '--maps': ('maps', 'text', None, False, False, None, ''),
            '--renders': ('renders', 'text', None, False, False, None, ''),
        },
    ),
    'check': (
        (('maps', 'text', (), True, False, None, 'MAP'),),
        {
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'concise', 'json', 'jsonl', 'github', 'gitlab', 'sarif', 'junit', 'markdown'), 'FORM'),
            '-o': ('output', 'text', None, False, False, None, 'FILE'),
            '--output': ('output', 'text', None, False, False, None, 'FILE'),
            '--select': ('select', 'text', (), True, False, None, 'RULES'),
            '--ignore': ('ignore', 'text', (), True, False, None, 'RULES'),
            '--error-on': ('error_on', 'word', None, False, False, ('error', 'warning', 'info'), ''),
            '--exit-zero': ('exit_zero', 'flag', False, False, False, None, ''),
            '--baseline': ('baseline', 'text', None, False, False, None, 'FILE'),
            '--no-baseline': ('no_baseline', 'flag', False, False, False, None, ''),
            '--write-baseline': ('write_baseline', 'flag', False, False, False, None, ''),
            '--config': ('config', 'text', None, False, False, None, 'FILE'),
            '--jobs': ('jobs', 'int', None, False, False, (1, None), 'N'),
            '--source-text': ('source_text', 'text', (), True, False, None, 'ID=PATH'),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
            '--fix': ('fix', 'flag', False, False, False, None, ''),
            '--unsafe-fixes': ('unsafe_fixes', 'flag', False, False, False, None, ''),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
        },
    ),
    'cite': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'), ('source', 'text', None, False, True, None, 'SOURCE'),),
        {
            '--locator': ('locator', 'text', None, False, False, None, 'WORDS'),
            '--quote': ('quote', 'text', None, False, False, None, 'WORDS'),
            '--set': ('set_', 'text', (), True, False, None, 'FIELD=VALUE'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'clear': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'), ('field', 'text', None, False, True, None, 'FIELD'),),
        {
            '--section': ('section', 'word', None, False, False, ('claims', 'arguments', 'sources', 'positions'), 'SECTION'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'convert': (
        (('files', 'text', (), True, False, None, 'IN OUT'),),
        {
            '--output': ('output', 'text', None, False, False, None, 'DIR'),
            '-o': ('output', 'text', None, False, False, None, 'DIR'),
            '--from': ('from_', 'text', None, False, False, None, 'FORMAT'),
            '--to': ('to', 'text', None, False, False, None, 'FORMAT'),
            '--strict': ('strict', 'flag', False, False, False, None, ''),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--losses': ('losses', 'text', None, False, False, None, 'FILE'),
            '--force': ('force', 'flag', False, False, False, None, ''),
            '--jobs': ('jobs', 'int', None, False, False, (1, None), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'cruxes': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--most-size': ('most_size', 'int', 3, False, False, (1, None), 'N'),
            '--seconds': ('seconds', 'float', 5.0, False, False, (0.1, None), 'SECONDS'),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'diff': (
        (('maps', 'text', (), True, False, None, 'MAP'),),
        {
            '--git': ('git', 'text', (), True, False, None, 'REV'),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'markdown', 'json', 'svg'), 'FORM'),
        },
    ),
    'evaluate': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--standards': ('standards', 'flag', False, False, False, None, ''),
            '--reject': ('reject', 'text', (), True, False, None, 'ID'),
            '--accept': ('accept', 'text', (), True, False, None, 'ID'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--strength': ('strength', 'text', (), True, False, None, 'ID=NUMBER'),
            '--most': ('most', 'int', 100, False, False, (1, None), 'N'),
            '--seconds': ('seconds', 'float', 10.0, False, False, (0.1, None), 'SECONDS'),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'explain': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, False, None, 'ID'),),
        {
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--reject': ('reject', 'text', (), True, False, None, 'ID'),
            '--accept': ('accept', 'text', (), True, False, None, 'ID'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--strength': ('strength', 'text', (), True, False, None, 'ID=NUMBER'),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'fmt': (
        (('maps', 'text', (), True, False, None, 'MAP'),),
        {
            '--check': ('check_', 'flag', False, False, False, None, ''),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'formats': (
        (('name', 'text', None, False, False, None, 'NAME'),),
        {
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'gate': (
        (('maps', 'text', (), True, False, None, 'MAP'),),
        {
            '--base': ('base', 'text', None, False, True, None, 'REV'),
            '--allow-verdict-change': ('allow_verdict_change', 'flag', False, False, False, None, ''),
            '--max-new-gaps': ('max_new_gaps', 'int', 0, False, False, (0, None), 'N'),
            '--allow-hidden': ('allow_hidden', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'markdown', 'json'), 'FORM'),
        },
    ),
    'git install': (
        (),
        {
            '--uninstall': ('uninstall', 'flag', False, False, False, None, ''),
        },
    ),
    'git merge-driver': (
        (('base', 'text', None, False, True, None, 'BASE'), ('ours', 'text', None, False, True, None, 'OURS'), ('theirs', 'text', None, False, True, None, 'THEIRS'), ('name', 'text', None, False, True, None, 'NAME'),),
        {
            '--marker-size': ('marker_size', 'int', 7, False, False, (1, None), 'N'),
            '--conflict-style': ('conflict_style', 'word', 'merge', False, False, ('merge', 'diff3', 'zdiff3'), 'STYLE'),
            '--base-label': ('base_label', 'text', 'base', False, False, None, 'TEXT'),
            '--ours-label': ('ours_label', 'text', 'ours', False, False, None, 'TEXT'),
            '--theirs-label': ('theirs_label', 'text', 'theirs', False, False, None, 'TEXT'),
        },
    ),
    'git textconv': (
        (('file', 'text', None, False, True, None, 'FILE'),),
        {
        },
    ),
    'help': (
        (('command', 'text', (), True, False, None, 'COMMAND'),),
        {
        },
    ),
    'init': (
        (('name', 'text', 'my-map', False, False, None, 'NAME'),),
        {
        },
    ),
    'join': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('ids', 'text', (), True, True, None, 'ID'),),
        {
            '--text': ('text', 'text', None, False, False, None, 'TEXT'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'mcp': (
        (('path', 'text', '.', False, False, None, 'PATH'),),
        {
        },
    ),
    'move': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ARGUMENT'), ('to', 'text', None, False, True, None, 'TARGET'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'positions': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json', 'csv', 'xlsx'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep ach': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json', 'csv', 'xlsx'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep assumptions': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, False, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'SIDE'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep blocks': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--notes': ('notes', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep brief': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep drill': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--limit': ('limit', 'int', None, False, False, (1, None), 'N'),
            '--all': ('with_all', 'flag', False, False, False, None, ''),
            '--seed': ('seed', 'int', None, False, False, (None, None), 'N'),
            '--state': ('state', 'text', None, False, False, None, 'FOLDER'),
            '--stats': ('stats', 'flag', False, False, False, None, ''),
            '--export': ('export', 'word', None, False, False, ('anki',), ''),
            '--deck': ('deck', 'text', None, False, False, None, 'NAME'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep flow': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--debate-format': ('debate_format', 'text', None, False, False, None, 'NAME|FILE'),
            '--first': ('first', 'word', None, False, False, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'SIDE'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'json', 'csv', 'xlsx'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep formats': (
        (('name', 'text', None, False, False, None, 'NAME'),),
        {
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'prep gaps': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--fail-on': ('fail_on', 'word', None, False, False, ('unanswered-crux',), 'unanswered-crux'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep plan': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--minutes': ('minutes', 'float', None, False, False, (0.1, 600), 'MINUTES'),
            '--wpm': ('wpm', 'int', 150, False, False, (30, 600), 'WORDS'),
            '--debate-format': ('debate_format', 'text', None, False, False, None, 'NAME|FILE'),
            '--speech': ('speech', 'text', None, False, False, None, 'CODE'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--notes': ('notes', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep questions': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'pro|con'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '--ids': ('ids', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', None, False, False, ('full', 'markdown', 'html', 'docx', 'json'), 'FORM'),
            '-o': ('output', 'text', '-', False, False, None, 'FILE'),
            '--output': ('output', 'text', '-', False, False, None, 'FILE'),
        },
    ),
    'prep spar': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--side': ('side', 'word', None, False, True, ('pro', 'con', 'aff', 'neg', 'prop', 'opp', 'gov', 'affirmative', 'negative', 'proposition', 'opposition', 'government'), 'SIDE'),
            '--points': ('points', 'int', 10, False, False, (1, None), 'N'),
            '--seed': ('seed', 'int', 0, False, False, (None, None), 'N'),
            '--semantics': ('semantics', 'word', 'grounded', False, False, ('grounded', 'complete', 'preferred', 'stable', 'df-quad', 'quadratic-energy', 'euler'), 'NAME'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--position': ('position', 'text', None, False, False, None, 'ID'),
            '--thesis': ('thesis', 'text', None, False, False, None, 'ID'),
            '--seconds': ('seconds', 'float', 0.7, False, False, (0.1, None), 'SECONDS'),
            '-o': ('output', 'text', None, False, False, None, 'FILE'),
            '--output': ('output', 'text', None, False, False, None, 'FILE'),
        },
    ),
    'rebut': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ARGUMENT'), ('claim', 'text', None, False, False, None, 'CLAIM'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'remove': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'),),
        {
            '--from': ('from_', 'text', None, False, False, None, 'ID'),
            '--to': ('to', 'text', None, False, False, None, 'ID'),
            '--section': ('section', 'word', None, False, False, ('claims', 'arguments', 'sources', 'positions'), 'SECTION'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'rename': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('old', 'text', None, False, True, None, 'OLD'), ('new', 'text', None, False, True, None, 'NEW'),),
        {
            '--section': ('section', 'word', None, False, False, ('claims', 'arguments', 'sources', 'positions'), 'SECTION'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'render': (
        (('maps', 'text', (), True, False, None, 'MAP'),),
        {
            '-o': ('output', 'text', None, False, False, None, 'FOLDER|FILE'),
            '--output': ('output', 'text', None, False, False, None, 'FOLDER|FILE'),
            '--format': ('format_', 'word', (), True, False, ('svg', 'png', 'pdf', 'html', 'dot', 'mermaid', 'graphml', 'canvas'), 'FORM'),
            '--focus': ('focus', 'text', None, False, False, None, 'ID'),
            '--depth': ('depth', 'int', None, False, False, (0, None), 'N'),
            '--layout': ('layout', 'word', 'auto', False, False, ('auto', 'map', 'sides', 'rails', 'icicle'), 'LAYOUT'),
            '--width': ('width', 'text', None, False, False, None, 'WIDTH'),
            '--language': ('language', 'text', None, False, False, None, 'TAG'),
            '--text': ('text', 'word', 'text', False, False, ('text', 'paths'), 'AS'),
            '--ids': ('ids', 'flag', True, False, False, None, ''),
            '--no-ids': ('ids', 'off', True, False, False, None, ''),
            '--sources': ('sources', 'flag', True, False, False, None, ''),
            '--no-sources': ('sources', 'off', True, False, False, None, ''),
            '--direction': ('direction', 'word', 'auto', False, False, ('auto', 'top-down', 'left-right'), ''),
            '--theme': ('theme', 'word', None, False, False, ('auto', 'light', 'dark'), ''),
            '--scale': ('scale', 'float', 2.0, False, False, (0.1, 10), ''),
            '--paper': ('paper', 'word', 'auto', False, False, ('auto', 'a4', 'a3', 'letter', 'tabloid'), 'PAPER'),
            '--pages': ('pages', 'word', 'many', False, False, ('many', 'one'), 'PAGES'),
            '--font': ('font', 'text', None, False, False, None, 'FILE'),
            '--engine': ('engine', 'word', 'auto', False, False, ('auto', 'tidy', 'embedded', 'system'), 'ENGINE'),
            '--verdicts': ('verdicts', 'flag', False, False, False, None, ''),
            '--positions': ('positions', 'flag', True, False, False, None, ''),
            '--no-positions': ('positions', 'off', True, False, False, None, ''),
            '--reject': ('reject', 'text', (), True, False, None, 'ID'),
            '--accept': ('accept', 'text', (), True, False, None, 'ID'),
            '--strength': ('strength', 'text', (), True, False, None, 'ID=NUMBER'),
            '--standard': ('standard', 'word', None, False, False, ('scintilla', 'preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity'), 'NAME'),
            '--weighing': ('weighing', 'word', None, False, False, ('weakest-link', 'last-link'), 'NAME'),
            '--check': ('check_', 'flag', False, False, False, None, ''),
        },
    ),
    'review': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('ids', 'text', (), True, False, None, 'ID'),),
        {
            '--by': ('by', 'text', None, False, False, None, 'NAME'),
            '--on': ('on', 'text', None, False, False, None, 'DATE'),
        },
    ),
    'reword': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'), ('text', 'text', None, False, True, None, 'TEXT'),),
        {
            '--section': ('section', 'word', None, False, False, ('claims', 'arguments', 'sources', 'positions'), 'SECTION'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'rule': (
        (('code', 'text', None, False, False, None, 'CODE'),),
        {
            '--all': ('all_', 'flag', False, False, False, None, ''),
        },
    ),
    'schema': (
        (('name', 'text', (), True, False, None, 'NAME'),),
        {
            '--list': ('list_', 'flag', False, False, False, None, ''),
        },
    ),
    'scheme': (
        (('name', 'text', None, False, False, None, 'NAME'),),
        {
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
        },
    ),
    'set': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'), ('field', 'text', None, False, True, None, 'FIELD'), ('values', 'text', (), True, True, None, 'VALUE'),),
        {
            '--section': ('section', 'word', None, False, False, ('claims', 'arguments', 'sources', 'positions'), 'SECTION'),
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'show': (
        (('map_', 'text', None, False, True, None, 'MAP'),),
        {
            '--by': ('by', 'word', None, False, False, ('tags', 'kind', 'status', 'source', 'position'), 'KEY'),
            '--tag': ('tag', 'text', (), True, False, None, 'TAG'),
            '--width': ('width', 'int', None, False, False, (20, None), 'N'),
        },
    ),
    'split': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ID'), ('texts', 'text', (), True, False, None, 'TEXT'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'thesis': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('ids', 'text', (), True, True, None, 'CLAIM'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'turn': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ARGUMENT'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'undercut': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('id_', 'text', None, False, True, None, 'ARGUMENT'), ('step', 'text', None, False, False, None, 'STEP'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
    'undo': (
        (('map_', 'text', None, False, True, None, 'MAP'), ('answer', 'text', None, False, True, None, 'ANSWER'),),
        {
            '--diff': ('diff', 'flag', False, False, False, None, ''),
            '--dry-run': ('dry_run', 'flag', False, False, False, None, ''),
            '--output-format': ('output_format', 'word', 'full', False, False, ('full', 'json'), ''),
            '--stdin-name': ('stdin_name', 'text', 'stdin.argmap.yaml', False, False, None, ''),
        },
    ),
}
