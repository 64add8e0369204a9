package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Pictures;
import org.passerelle.steer.letter.source.PictureSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The pictures that belong to a series of letters rather than to a block: the logo of the ministry,
 * the portrait and the signature of whoever signs.
 */
@Component
class SeriesPictures {
  private final Register register;
  private final Pictures pictures;

  SeriesPictures(Register register, Pictures pictures) {
    this.register = register;
    this.pictures = pictures;
  }

  Entry series(String id) {
    return register.facts().find("series", id).orElseThrow(NotFound::new);
  }

  /** The stored picture, for a form. */
  ResponseEntity<byte[]> shown(String series, String field) {
    PictureSource.Found found =
        register
            .facts()
            .ref(series(series), field)
            .flatMap(picture -> pictures.find(picture.text("file")))
            .orElseThrow(NotFound::new);
    return FileAnswer.shown(series, MediaType.parseMediaType(found.type())).body(found.content());
  }

  /**
   * Stores a picture as an entry of the register.
   *
   * @param about title, description and whatever else is known of it
   * @return its id, for the field of the series
   * @throws Refused if a letter cannot contain it
   */
  String keep(Entry series, String field, byte[] file, Map<String, Object> about, SignedIn who) {
    Kind kind = Kinds.shipped().find("picture").orElseThrow();
    String id = register.facts().free(kind.id(), series.id() + "-" + field);
    Map<String, Object> picture = new LinkedHashMap<>(about);
    picture.put("file", pictures.keep(file, who));
    register.save(who, kind, id, 0, picture, "");
    return id;
  }
}
