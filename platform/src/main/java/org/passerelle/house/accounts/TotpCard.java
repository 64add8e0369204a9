package org.passerelle.house.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.passerelle.pages.picture.QrDrawing;

/**
 * A secret in the forms that an authenticator app accepts: QR code or text.
 *
 * @param path SVG path of the dark modules
 * @param size size of the drawing in modules, with its quiet zone
 * @param key Base32 in groups of four
 */
public record TotpCard(String path, int size, String key) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  static TotpCard of(byte[] secret, String login) {
    String key = base32(secret);
    String address =
        "otpauth://totp/Passerelle:"
            + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20")
            + "?secret="
            + key
            + "&issuer=Passerelle";
    QrDrawing drawn = QrDrawing.of(address);
    return new TotpCard(drawn.path(), drawn.size(), key.replaceAll("(.{4})(?!$)", "$1 "));
  }

  /** RFC 4648, section 6, without padding: 160 bits fill 32 letters exactly. */
  static String base32(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        letters.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
        bits -= 5;
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      letters.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return letters.toString();
  }
}
