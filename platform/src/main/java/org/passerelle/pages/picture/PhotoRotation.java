package org.passerelle.pages.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rotates a photograph according to its metadata (Exif 2.3, tag 0x0112): without them a face would
 * appear sideways.
 */
final class PhotoRotation {
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int ORIENTATION = 0x0112;
  private static final int STRAIGHT = 1;
  private static final int MOST_TAGS = 200;

  private PhotoRotation() {}

  /** From 1 to 8 as in Exif; 1 if missing or malformed. */
  static int orientation(byte[] jpeg) {
    try {
      ByteBuffer all = ByteBuffer.wrap(jpeg);
      int at = 2;
      while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
        int marker = jpeg[at + 1] & 0xff;
        int length = all.getShort(at + 2) & 0xffff;
        if (marker == 0xe1 && Arrays.equals(jpeg, at + 4, at + 10, EXIF, 0, EXIF.length)) {
          return inside(ByteBuffer.wrap(jpeg, at + 10, length - 8).slice());
        }
        if (marker == 0xda || length < 2) {
          return STRAIGHT;
        }
        at += length + 2;
      }
      return STRAIGHT;
    } catch (RuntimeException damaged) {
      return STRAIGHT;
    }
  }

  private static int inside(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int tags = Math.min(tiff.getShort(directory) & 0xffff, MOST_TAGS);
    for (int i = 0; i < tags; i++) {
      int tag = directory + 2 + 12 * i;
      if ((tiff.getShort(tag) & 0xffff) == ORIENTATION) {
        int value = tiff.getShort(tag + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : STRAIGHT;
      }
    }
    return STRAIGHT;
  }

  /** The rotated picture. */
  static BufferedImage turned(BufferedImage lying, int orientation) {
    if (orientation == STRAIGHT) {
      return lying;
    }
    int width = lying.getWidth();
    int height = lying.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    boolean sideways = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(
            sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = upright.createGraphics();
    drawing.drawImage(lying, turn, null);
    drawing.dispose();
    return upright;
  }
}
