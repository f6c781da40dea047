"""The embedded font and text measured with it. It knows neither maps nor drawings."""
