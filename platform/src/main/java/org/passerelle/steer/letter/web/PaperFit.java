package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.language.Language;
import org.passerelle.register.Derived;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Edition;
import org.passerelle.steer.letter.Typesetter;
import org.passerelle.steer.letter.sheet.LastPage;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.stereotype.Component;

/**
 * How the editions of an issue end on paper, told to whoever is about to release it. All editions
 * are set for it, which takes seconds, so it is done once for each state of the register and of the
 * campaigns that it shows.
 */
@Component
class PaperFit {
  private final Register register;
  private final Sources sources;
  private final Derived<Map<String, Map<String, LastPage>>> known =
      new Derived<>(facts -> new ConcurrentHashMap<>());

  PaperFit(Register register, Sources sources) {
    this.register = register;
    this.sources = sources;
  }

  /** The last pages of an issue by language; not within a transaction. */
  Map<String, LastPage> of(Entry letter) {
    return known
        .of(register.facts())
        .computeIfAbsent(
            letter.id()
                + " "
                + letter.revision()
                + Composer.campaigns(sources, register.facts(), letter),
            id -> measured(letter));
  }

  private Map<String, LastPage> measured(Entry letter) {
    Composer composer = new Composer(register.facts(), sources);
    Map<String, LastPage> ends = new LinkedHashMap<>();
    for (String tag : Composer.LANGUAGES) {
      Edition edition = composer.compose(letter, new Language(tag));
      ends.put(tag, LastPage.of(Typesetter.pdf(edition)));
    }
    return ends;
  }
}
