package org.passerelle.steer.letter;

import gg.jte.Content;
import gg.jte.output.StringOutput;

/** The shapes of the region with their colours as attributes, since the PDF styles no drawing. */
public final class Drawing {
  private static final String PARTNER = "fill=\"#bcd3d6\" stroke=\"#ffffff\" stroke-width=\"1.25\"";
  private static final String OTHER = "fill=\"#e9e4d9\" stroke=\"#cfc8b9\" stroke-width=\"0.75\"";
  private static final String REGION = read();

  private Drawing() {}

  /** The countries' shapes. */
  public static Content region() {
    return output -> output.writeContent(REGION);
  }

  private static String read() {
    StringOutput shapes = new StringOutput(70_000);
    Typesetter.ENGINE.render("part/region.jte", (Object) null, shapes);
    return shapes
        .toString()
        .replace("class=\"c partner\"", "class=\"partner\" " + PARTNER)
        .replace("class=\"c\"", "class=\"land\" " + OTHER)
        .replaceAll(" data-iso=\"[A-Z]+\"", "");
  }
}
