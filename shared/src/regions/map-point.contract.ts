/** A point on a map in China's own coordinates (gcj02), which WeChat's and 高德's maps use. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}
