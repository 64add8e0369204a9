package org.passerelle.protect.sharing.referral;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Files of every accepted type, for tests. */
public final class SomeFiles {
  private SomeFiles() {}

  /** A text. */
  public static byte[] text(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  /** A text of this many bytes. */
  public static byte[] text(int octets) {
    byte[] line = text("A line of the report of the visit, as it was written down.\n");
    byte[] all = new byte[octets];
    for (int at = 0; at < octets; at += line.length) {
      System.arraycopy(line, 0, all, at, Math.min(line.length, octets - at));
    }
    return all;
  }

  /** A picture. */
  public static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PDF without scripts. */
  public static byte[] pdf() {
    return text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  /** One of each by name, the last one of maximum size. */
  public static Map<String, byte[]> ofEveryKind() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("face.jpg", picture("jpg"));
    all.put("paper.png", picture("png"));
    all.put("decision.pdf", pdf());
    all.put("latin.txt", text("Žene i deca, Đakovica, niçe"));
    all.put("ћирилица.txt", text("Дете је стигло са станице."));
    all.put("ελληνικά.txt", text("Το παιδί μίλησε στον σταθμό."));
    all.put("one.txt", text("x"));
    all.put("limit.txt", Arrays.copyOf(text(10 << 20), 10 << 20));
    return all;
  }
}
