package org.passerelle.prosecute.hit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.storage.House;

/** Two offices with an investigation each, and what they ask each other. */
final class TwoOffices {
  private final House house;
  final Scenes scenes;
  final Scenes.Begun one;
  final Scenes.Begun other;
  final String phone;

  TwoOffices(House house) {
    this.house = house;
    scenes = new Scenes(house);
    one = scenes.begun();
    other = scenes.begun();
    phone = "+3816" + (Math.floorMod(one.id().hashCode(), 90_000_000) + 10_000_000);
  }

  UUID suspect(Scenes.Begun in, String kind, String value) {
    UUID suspect = scenes.suspect(in.id(), "Anton Grey", in.prosecutor());
    trait(in, suspect, kind, value);
    return suspect;
  }

  UUID trait(Scenes.Begun in, UUID suspect, String kind, String value) {
    return house
        .get(Traits.class)
        .add(in.id(), suspect, kind, new Traits.Words(value, ""), in.prosecutor());
  }

  UUID ask(Scenes.Begun in, UUID suspect) {
    return house.get(OfficeHits.class).ask(in.id(), suspect, "A transfer", in.prosecutor());
  }

  void answer() {
    house.get(OfficeHitFinder.class).answerAll();
  }

  List<OfficeHit> hits(Scenes.Begun in) {
    return house.get(OfficeHits.class).of(in.id(), in.prosecutor());
  }

  List<String> states(Scenes.Begun in) {
    return house.get(OfficeHits.class).asked(in.id(), in.prosecutor()).stream()
        .map(OfficeQuestion::state)
        .toList();
  }

  List<String> due(SignedIn who) {
    Moments moments =
        new Moments(
            house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
    return house.get(ProsecutionDues.class).thisWeek(moments, who).stream()
        .map(DueThing::kind)
        .toList();
  }
}
