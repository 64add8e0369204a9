package org.passerelle.paper;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * The shapes of the maps with their colours as attributes, since the PDF engine does not apply
 * style sheets to drawings.
 */
public final class MapShapes {
  private static final String PARTNER = "fill=\"#bcd3d6\" stroke=\"#ffffff\" stroke-width=\"1.25\"";
  private static final String DONOR = "fill=\"#d5cfe6\" stroke=\"#ffffff\" stroke-width=\"1.25\"";
  private static final String OTHER = "fill=\"#e9e4d9\" stroke=\"#cfc8b9\" stroke-width=\"0.75\"";
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          MapShapes.class.getClassLoader(),
          "org.passerelle.pages.templates");
  private static final String REGION = read("part/region.jte");
  private static final String EUROPE = read("part/europe.jte");

  private MapShapes() {}

  /** Shapes of the partner countries and their neighbours, on the grid of the letter's map. */
  public static Content region() {
    return output -> output.writeContent(REGION);
  }

  /** Shapes of Europe with the donor country, on the grid of {@code pages.EuropePoints}. */
  public static String europe() {
    return EUROPE;
  }

  private static String read(String template) {
    StringOutput shapes = new StringOutput(80_000);
    ENGINE.render(template, (Object) null, shapes);
    return shapes
        .toString()
        .replace("class=\"c partner\"", "class=\"partner\" " + PARTNER)
        .replace("class=\"c donor\"", "class=\"donor\" " + DONOR)
        .replace("class=\"c\"", "class=\"land\" " + OTHER)
        .replaceAll(" data-iso=\"[A-Z]+\"", "");
  }
}
