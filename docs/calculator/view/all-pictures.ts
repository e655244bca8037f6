// What makes and draws any picture; fetched when the first one is asked for that is no funnel.
export { calendarPicture, channelsPicture, toSvg, utilisationPicture } from "reverse-funnel/charts";
