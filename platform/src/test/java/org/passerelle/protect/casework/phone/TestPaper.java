package org.passerelle.protect.casework.phone;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.storage.Sha256;

/** A document photographed on a {@link TestPhone}. */
final class TestPaper {
  private TestPaper() {}

  /** The announcement in a record. */
  static Map<String, Object> named(UUID paper, byte[] sealed) {
    return Map.of(
        "id", paper.toString(),
        "sha256", Sha256.of(sealed),
        "pieces", pieces(sealed),
        "bytes", sealed.length);
  }

  /** Number of pieces. */
  static int pieces(byte[] sealed) {
    return (sealed.length + PhoneDoor.PIECE - 1) / PhoneDoor.PIECE;
  }

  /** A small JPEG picture. */
  static byte[] picture() {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return picture.toByteArray();
  }
}
