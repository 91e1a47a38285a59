"""Maps: the only place that knows folium. No text of a site or a visitor enters it."""
