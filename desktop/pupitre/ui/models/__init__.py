"""Lists as Qt models that speak in ranges."""
