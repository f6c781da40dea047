"""Pages and sheets as values, set for a medium: terminal, Markdown, HTML, Word, csv, a workbook. It knows no map."""
