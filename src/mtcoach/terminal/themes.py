"""Light and dark: Textual's own, with the colours of text mended where they were too faint.

Each text colour keeps at least 4.5 to 1 against every background it stands on
(WCAG 2.2, 1.4.3); a test measures it.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#4FA3E3",
    secondary="#7FB6A6",
    accent="#FFC473",
    warning="#FFC473",
    error="#F08A9D",
    success="#8AD4A1",
    foreground="#E4E4E4",
    background="#15181C",
    surface="#1C2026",
    panel="#262C34",
    variables={
        "text-primary": "#7CBEF2",
        "text-secondary": "#9CCFC0",
        "text-error": "#F59AAB",
        "text-warning": "#FFC473",
        "text-success": "#8AD4A1",
        "foreground-muted": "#A9B0B8",
        "border": "#4FA3E3",
        "border-blurred": "#76818E",
        "scrollbar": "#4A5461",
        "scrollbar-background": "#15181C",
        "scrollbar-background-hover": "#1C2026",
        "scrollbar-background-active": "#1C2026",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-background": "#2C3F52",
        "block-cursor-blurred-background": "#262C34",
        "block-cursor-blurred-foreground": "#E4E4E4",
    },
)

LIGHT = Theme(
    name="coach-light",
    primary="#0B5394",
    secondary="#2B6657",
    accent="#8A5200",
    warning="#8A5200",
    error="#A3203F",
    success="#1F6B38",
    foreground="#1B1D20",
    background="#FAFAF7",
    surface="#F2F2EE",
    panel="#E6E7E3",
    dark=False,
    variables={
        "text-primary": "#0B5394",
        "text-secondary": "#2B6657",
        "text-error": "#A3203F",
        "text-warning": "#7E4A00",
        "text-success": "#1F6B38",
        "foreground-muted": "#55595E",
        "border": "#0B5394",
        "border-blurred": "#83888E",
        "scrollbar": "#B4B8BC",
        "scrollbar-background": "#FAFAF7",
        "scrollbar-background-hover": "#F2F2EE",
        "scrollbar-background-active": "#F2F2EE",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#CFE0F0",
        "block-cursor-blurred-background": "#E6E7E3",
        "block-cursor-blurred-foreground": "#1B1D20",
    },
)

THEMES = (DARK, LIGHT)
