"""Tables: a claim a row, with its parent and what it does to that, or an edge a row; as text and as workbooks."""
