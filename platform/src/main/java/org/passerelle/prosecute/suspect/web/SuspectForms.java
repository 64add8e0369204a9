package org.passerelle.prosecute.suspect.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Component;

/** Reads and fills the form of a suspect. */
@Component
class SuspectForms {
  private static final int NAME = 200;
  private static final int FIRST_YEAR = 1900;
  private final Victims victims;
  private final CodeOptions options;

  SuspectForms(Victims victims, CodeOptions options) {
    this.victims = victims;
    this.options = options;
  }

  /** Victims of the investigation, by number. */
  List<Option> victims(UUID id, Act act) {
    return victims.numbers(id, act.who()).entrySet().stream()
        .map(one -> new Option(one.getKey().toString(), Victim.called(one.getValue())))
        .toList();
  }

  /** What a victim is called; empty for none. */
  String called(UUID id, @Nullable UUID victim, Act act) {
    return victim == null
        ? ""
        : Optional.ofNullable(victims.numbers(id, act.who()).get(victim))
            .map(Victim::called)
            .orElse("");
  }

  Suspect.Draft draft(UUID id, Act act) {
    Filled form = act.form();
    String sex = form.code("sex", Set.of("female", "male"));
    String citizenship = form.code("citizenship", options.codes("countries"));
    String minor = form.code("minor", Set.of("yes", "no"));
    String victim = form.code("victim", victims(id, act));
    int year = act.page().moments().today().getYear();
    @Nullable Integer from = form.number("from", FIRST_YEAR, year).orElse(null);
    @Nullable Integer to = form.number("to", FIRST_YEAR, year).orElse(null);
    if (from != null && to != null && to < from) {
      form.errors().add("to", "suspect.refused.years");
    }
    return new Suspect.Draft(
        form.neededCode("nature", Set.copyOf(Suspect.NATURES)),
        form.neededCode("state", Set.copyOf(Suspect.STATES)),
        new Suspect.Identity(
            form.neededText("name", NAME),
            form.text("aliases", NAME),
            form.text("birth", NAME),
            form.text("address", NAME),
            form.text("remarks", Filled.LONG)),
        victim.isEmpty() ? null : UUID.fromString(victim),
        new Suspect.Coded(
            sex.isEmpty() ? null : sex,
            citizenship.isEmpty() ? null : citizenship,
            from,
            to == null ? from : to,
            minor.isEmpty() ? null : minor.equals("yes")));
  }

  Map<String, String> stored(Suspect one) {
    Map<String, String> stored = new HashMap<>();
    stored.put("nature", one.nature());
    stored.put("state", one.state());
    Suspect.Identity identity = one.identity();
    if (identity != null) {
      stored.putAll(identity.texts());
    }
    stored.put("victim", text(one.victim()));
    stored.put("sex", text(one.coded().sex()));
    stored.put("citizenship", text(one.coded().citizenship()));
    stored.put("from", text(one.coded().bornFrom()));
    stored.put("to", text(one.coded().bornTo()));
    @Nullable Boolean minor = one.coded().minor();
    stored.put("minor", minor == null ? "" : minor ? "yes" : "no");
    stored.put(Filled.VERSION, String.valueOf(one.version()));
    return stored;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
