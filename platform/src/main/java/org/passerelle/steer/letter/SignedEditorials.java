package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prevents a release while an editorial is to be signed and nobody was entered who signs, or while
 * a portrait or a signature would be published of which it is not noted that the person agreed.
 */
@Component
@Order(2)
class SignedEditorials implements ReleaseObstacles {
  private static final List<String> PICTURES = List.of("portrait", "signature");

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    if (Composer.blocks(facts, letter).stream().noneMatch(block -> block.flag("signed"))) {
      return List.of();
    }
    Entry series = facts.ref(letter, "series").orElse(null);
    if (series == null) {
      return List.of(obstacle("no-signatory", letter.href() + "/edit#series"));
    }
    String at = "/steer/letters/series/" + series.id() + "/signatory";
    List<Obstacle> found = new ArrayList<>();
    if (!series.has("signatory")) {
      found.add(obstacle("no-signatory", at + "#signatory"));
    }
    boolean unasked =
        PICTURES.stream()
            .flatMap(field -> facts.ref(series, field).stream())
            .anyMatch(
                picture ->
                    !picture.text("people").equals(ShownPicture.AGREED) || !picture.has("consent"));
    if (unasked) {
      found.add(obstacle("signatory-consent", at + "#consent"));
    }
    return found;
  }

  private static Obstacle obstacle(String what, String href) {
    return new Obstacle("letters.obstacle." + what, List.of(), href);
  }
}
