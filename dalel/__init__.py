"""dalel: figures in the news, each with its proof."""
