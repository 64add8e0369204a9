package org.passerelle.protect.identity.elsewhere;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.Token;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Tokens of the person that a question is about: the person of the case, or a family member being
 * traced.
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
   * Tokens for a question; empty if nothing is known, the file is restricted or erased, or the
   * relative may no longer be traced.
   *
   * @param sought a person around the person of the case, or null for that person
   */
  List<Token> tokens(Case file, @Nullable UUID sought) {
    return person(file, sought).map(tokens::ofQuestion).orElse(List.of());
  }

  /** Encoding under the key of a round; empty if name or birth are unknown. */
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
   * A person being traced must be related to the person of the case and not suspected, since an
   * answer would lead to them.
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
   * Data from an organisation that did not allow passing them on are not compared either.
   *
   * @throws Refused if the question contains such data
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
