package org.passerelle.paper;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The shapes of the region with their colours as attributes, since the PDF styles no drawing. */
public final class RegionShapes {
  private static final String PARTNER = "fill=\"#bcd3d6\" stroke=\"#ffffff\" stroke-width=\"1.25\"";
  private static final String OTHER = "fill=\"#e9e4d9\" stroke=\"#cfc8b9\" stroke-width=\"0.75\"";
  private static final String REGION = read();

  private RegionShapes() {}

  /** The countries' shapes. */
  public static Content region() {
    return output -> output.writeContent(REGION);
  }

  private static String read() {
    StringOutput shapes = new StringOutput(70_000);
    TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            RegionShapes.class.getClassLoader(),
            "org.passerelle.pages.templates")
        .render("part/region.jte", (Object) null, shapes);
    return shapes
        .toString()
        .replace("class=\"c partner\"", "class=\"partner\" " + PARTNER)
        .replace("class=\"c\"", "class=\"land\" " + OTHER)
        .replaceAll(" data-iso=\"[A-Z]+\"", "");
  }
}
