package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.passerelle.access.OpenToAll;
import org.passerelle.language.Language;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Pictures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes an edition for {@code passerelle letter} while the house is running and holds the database.
 */
@RestController
@OpenToAll
class LetterForCommand {
  private final Register register;
  private final Pictures pictures;
  private final OperatorsCommand operator;

  LetterForCommand(Register register, Pictures pictures, OperatorsCommand operator) {
    this.register = register;
    this.pictures = pictures;
    this.operator = operator;
  }

  @GetMapping("/house/letter")
  ResponseEntity<byte[]> letter(
      @RequestParam(defaultValue = "0") int issue,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String form,
      HttpServletRequest request) {
    operator.check(request);
    Facts facts = register.facts();
    Optional<Letters.Form> wanted =
        Arrays.stream(Letters.Form.values()).filter(f -> f.name().equals(form)).findFirst();
    Optional<Entry> letter =
        Composer.issue(facts, issue).filter(l -> !Composer.blocks(facts, l).isEmpty());
    if (wanted.isEmpty() || letter.isEmpty() || !Composer.LANGUAGES.contains(language)) {
      String sentence =
          "There is no issue %d with contents. Maybe one of %s."
              .formatted(issue, Composer.numbers(facts));
      return ResponseEntity.badRequest().body(sentence.getBytes(StandardCharsets.UTF_8));
    }
    return ResponseEntity.ok(
        Letters.make(facts, pictures, letter.get(), new Language(language), wanted.get()));
  }
}
