package org.passerelle.protect.identity.elsewhere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.intersection.FindableFile;
import org.passerelle.intersection.NearMatches;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/**
 * Builds the tokens of files that an organisation may find here; identities are decrypted and
 * discarded at once.
 */
@Component
class FindableFiles {
  private static final int OPENED_AT_ONCE = 500;
  private final Findability findability;
  private final SealedPersons sealed;
  private final ComparedTokens tokens;

  FindableFiles(Findability findability, SealedPersons sealed, ComparedTokens tokens) {
    this.findability = findability;
    this.sealed = sealed;
    this.tokens = tokens;
  }

  /**
   * Tokens by case.
   *
   * @param near also receives the files, for near matches
   */
  List<FindableFile> of(DaySecrets.Pair pair, Optional<NearMatches> near) {
    List<Findability.Open> open = findability.open(pair.organisation(), pair.far());
    List<FindableFile> files = new ArrayList<>();
    for (int from = 0; from < open.size(); from += OPENED_AT_ONCE) {
      List<Findability.Open> some =
          open.subList(from, Math.min(open.size(), from + OPENED_AT_ONCE));
      Map<UUID, ComparedPerson> persons =
          opened(some.stream().map(Findability.Open::person).toList(), pair.organisation());
      List<NearMatches.Named> named = new ArrayList<>();
      for (Findability.Open one : some) {
        ComparedPerson person = persons.get(one.person());
        if (person != null) {
          files.add(new FindableFile(one.caseId().toString(), tokens.ofFile(person)));
          named.add(
              new NearMatches.Named(one.caseId().toString(), ComparedTokens.identity(person)));
        }
      }
      near.ifPresent(set -> set.add(named));
    }
    return files;
  }

  /** A person erased at this moment must not affect the others. */
  private Map<UUID, ComparedPerson> opened(List<UUID> persons, UUID organisation) {
    try {
      return sealed.compared(persons, organisation);
    } catch (Vault.KeyDestroyed erased) {
      if (persons.size() == 1) {
        return Map.of();
      }
      int half = persons.size() / 2;
      Map<UUID, ComparedPerson> both =
          new HashMap<>(opened(persons.subList(0, half), organisation));
      both.putAll(opened(persons.subList(half, persons.size()), organisation));
      return both;
    }
  }
}
