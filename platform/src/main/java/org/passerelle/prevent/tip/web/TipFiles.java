package org.passerelle.prevent.tip.web;

import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Files of strangers, as they leave this server: for saving, never for display. A photograph is
 * encoded again without place and time; of everything else only the bytes are handed out, and no
 * browser is told that they are a page.
 */
final class TipFiles {
  private TipFiles() {}

  static ResponseEntity<byte[]> answer(TipContent.TipFile file) {
    try {
      CleanPicture.Clean picture = CleanPicture.of(file.content());
      String type = picture.type().substring("image/".length());
      return FileAnswer.saved(
              file.name().replaceFirst("\\.[^.]*$", "") + "." + type,
              MediaType.parseMediaType(picture.type()))
          .body(picture.content());
    } catch (Refused noPicture) {
      return FileAnswer.saved(file.name(), MediaType.APPLICATION_OCTET_STREAM).body(file.content());
    }
  }

  /** Whether a file is a photograph that is cleaned; anything else is warned of. */
  static boolean isPicture(TipContent.TipFile file) {
    byte[] bytes = file.content();
    boolean jpeg = bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    boolean png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P';
    return jpeg || png;
  }
}
