"""New versions: asked for at one address, believed when signed, put in place at the end."""
