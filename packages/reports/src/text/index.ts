export { renderText } from './render-text.js'
export { fill, fillLeft, shortened, textWidth, wrapped } from './width.js'
