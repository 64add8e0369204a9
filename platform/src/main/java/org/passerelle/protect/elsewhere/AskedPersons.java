package org.passerelle.protect.elsewhere;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.Token;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.consent.DisclosureRules;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Component;

/**
 * The person of a case as somebody asks for them, or somebody of their family who is looked for.
 */
@Component
class AskedPersons {
  private final SealedPersons sealed;
  private final ComparedTokens tokens;
  private final DisclosureRules rules;
  private final Relations relations;

  AskedPersons(
      SealedPersons sealed, ComparedTokens tokens, DisclosureRules rules, Relations relations) {
    this.sealed = sealed;
    this.tokens = tokens;
    this.rules = rules;
    this.relations = relations;
  }

  /**
   * Tokens of a question; none where nothing is known, the file is restricted or erased, or whoever
   * is sought may not be asked for any more.
   *
   * @param sought somebody around the person, or null for the person
   */
  List<Token> tokens(Case file, @Nullable UUID sought) {
    return person(file, sought).map(tokens::ofQuestion).orElse(List.of());
  }

  /** Its encoding under the key of a round; none where name or birth are not known. */
  Optional<byte[]> near(Case file, @Nullable UUID sought, byte[] key) {
    return person(file, sought)
        .flatMap(person -> new NearMatches(key).ask(ComparedTokens.identity(person)));
  }

  private Optional<ComparedPerson> person(Case file, @Nullable UUID sought) {
    if (!file.person().state().equals("active") || (sought != null && !isAround(file, sought))) {
      return Optional.empty();
    }
    UUID id = sought == null ? file.person().id() : sought;
    return Optional.ofNullable(sealed.compared(List.of(id), file.organisation()).get(id))
        .filter(p -> sought == null || !relations.isSuspected(sought, file.organisation()));
  }

  private boolean isAround(Case file, UUID person) {
    return relations.around(file).stream().anyMatch(a -> a.person().equals(person));
  }

  /**
   * Whoever is sought is around the person and not suspected: an answer would lead to them.
   *
   * @throws NotFound if they are not around the person
   * @throws Refused if they are suspected, or related to a suspect
   */
  void checkSought(Case file, UUID sought) {
    if (!isAround(file, sought)) {
      throw new NotFound();
    }
    if (relations.isSuspected(sought, file.organisation())) {
      throw new Refused("elsewhere.refused.suspect");
    }
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
