import { BarChart, CustomChart, FunnelChart, HeatmapChart, LineChart, MapChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what the pictures of the product need; this file is a chunk of its own.
use([
  BarChart, CustomChart, FunnelChart, HeatmapChart, LineChart, MapChart, TreemapChart,
  AriaComponent, GeoComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer,
]);

export { init, registerMap };
