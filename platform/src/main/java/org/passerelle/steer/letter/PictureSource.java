package org.passerelle.steer.letter;

import java.util.Base64;
import java.util.Optional;

/** Where the pictures of an issue are kept. */
@FunctionalInterface
public interface PictureSource {
  /** None, for facts that come with the product: they have no picture. */
  PictureSource NONE = file -> Optional.empty();

  /** A picture by the name under which its entry holds it. */
  Optional<Found> find(String file);

  /**
   * A picture as it was checked and written anew.
   *
   * @param type {@code image/png} or {@code image/jpeg}
   */
  record Found(String type, byte[] content, int width, int height) {

    /** The picture within the page, so that an edition is whole by itself. */
    String address() {
      return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
  }
}
