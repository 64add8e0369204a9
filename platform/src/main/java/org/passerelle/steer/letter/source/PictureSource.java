package org.passerelle.steer.letter.source;

import java.util.Base64;
import java.util.Optional;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.pages.picture.PictureCut;

/** Stores the pictures of an issue. */
@FunctionalInterface
public interface PictureSource {
  /** Empty source, for the packaged facts, which have no pictures. */
  PictureSource NONE = file -> Optional.empty();

  /** A picture by the name in its entry. */
  Optional<Found> find(String file);

  /** The part of a picture that is shown. */
  default Optional<Found> find(String file, PictureCut cut) {
    return find(file).map(found -> found.cut(cut));
  }

  /**
   * A picture as checked and encoded again.
   *
   * @param type {@code image/png} or {@code image/jpeg}
   */
  record Found(String type, byte[] content, int width, int height) {

    /** The part of it that is shown. */
    public Found cut(PictureCut cut) {
      CleanPicture.Clean part = cut.cut(type, content, width, height);
      return new Found(part.type(), part.content(), part.width(), part.height());
    }

    /** The picture as a data address, so that an edition is self-contained. */
    public String address() {
      return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
  }
}
