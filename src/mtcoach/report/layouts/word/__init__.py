"""The report as a Word document, over a template that a council can restyle."""
