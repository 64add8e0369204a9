package org.passerelle.steer.letter.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.passerelle.access.OpenToAll;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Generates an edition for {@code passerelle letter} while the server is running and holds the
 * database.
 */
@RestController
@OpenToAll
class LetterForCommand {
  private final Register register;
  private final Sources sources;
  private final OperatorsCommand operator;

  LetterForCommand(Register register, Sources sources, OperatorsCommand operator) {
    this.register = register;
    this.sources = sources;
    this.operator = operator;
  }

  @GetMapping("/house/letter")
  ResponseEntity<byte[]> letter(@RequestParam(defaultValue = "0") int issue, Act act) {
    operator.check(act);
    Facts facts = register.facts();
    String language = act.asked().shown("language");
    Optional<Letters.Form> wanted =
        Arrays.stream(Letters.Form.values())
            .filter(f -> f.name().equals(act.asked().shown("form")))
            .findFirst();
    Optional<Entry> letter =
        Composer.issue(facts, issue).filter(l -> !Composer.blocks(facts, l).isEmpty());
    if (wanted.isEmpty() || letter.isEmpty() || !Composer.LANGUAGES.contains(language)) {
      String sentence =
          "There is no issue %d with contents. Maybe one of %s."
              .formatted(issue, Composer.numbers(facts));
      return ResponseEntity.badRequest().body(sentence.getBytes(StandardCharsets.UTF_8));
    }
    return FileAnswer.forCommand()
        .body(Letters.make(facts, sources, letter.get(), new Language(language), wanted.get()));
  }
}
