/** Where "leave this page" leads: something anybody might have been looking at. */
export const WEATHER_ORIGIN = 'https://www.smhi.se';
export const WEATHER = `${WEATHER_ORIGIN}/`;
