package org.passerelle.protect.elsewhere;

import java.util.List;
import java.util.UUID;
import org.passerelle.intersection.Token;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.consent.DisclosureRules;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Component;

/** The person of a case as somebody asks for them. */
@Component
class AskedPersons {
  private final SealedPersons sealed;
  private final ComparedTokens tokens;
  private final DisclosureRules rules;

  AskedPersons(SealedPersons sealed, ComparedTokens tokens, DisclosureRules rules) {
    this.sealed = sealed;
    this.tokens = tokens;
    this.rules = rules;
  }

  /** Tokens of a question; none where nothing is known, or the file is restricted or erased. */
  List<Token> tokens(Case file) {
    if (!file.person().state().equals("active")) {
      return List.of();
    }
    ComparedPerson person =
        sealed.compared(List.of(file.person().id()), file.organisation()).get(file.person().id());
    return person == null ? List.of() : tokens.ofQuestion(person);
  }

  /**
   * What came from an organisation that did not allow passing it on is not compared either.
   *
   * @throws Refused if so
   */
  void checkOnward(Case file, UUID recipient, String purpose, List<Token> made) {
    rules
        .againstOnward(file, recipient, purpose, ComparedTokens.fields(made))
        .ifPresent(
            o -> {
              throw new Refused(o.key(), o.arguments().toArray());
            });
  }
}
