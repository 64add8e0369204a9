package org.passerelle.pages.picture;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as a drawing.
 *
 * @param path SVG path of the dark modules
 * @param size size of the drawing in modules, including its quiet zone
 */
public record QrDrawing(String path, int size) {
  private static final int MARGIN = 4;

  /** Encodes a text. */
  public static QrDrawing of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return new QrDrawing(path.toString(), code.size + 2 * MARGIN);
  }
}
