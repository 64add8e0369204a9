package org.passerelle.prosecute.protection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A witness or victim whom case files must not reveal, called {@code P-1}, {@code P-2}.
 *
 * @param kind one of {@link #KINDS}
 * @param victim entry of the victim; null for a witness
 * @param hiddenFrom one of {@link #HIDDEN_FROM}
 * @param searched whether there are words for which case files are searched
 * @param ended whether the protection has ended
 * @param exhibits those that would reveal the person
 */
public record ProtectedPerson(
    UUID id,
    int number,
    String kind,
    @Nullable UUID victim,
    String hiddenFrom,
    boolean searched,
    boolean ended,
    Set<UUID> exhibits) {
  /** Who is protected. */
  public static final List<String> KINDS = List.of("witness", "victim");

  /** From whom: the defence alone, or from every version, as an anonymous witness. */
  public static final List<String> HIDDEN_FROM = List.of("defence", "everybody");

  public ProtectedPerson {
    exhibits = Set.copyOf(exhibits);
  }

  /**
   * What would reveal somebody: names, numbers, addresses. Written, searched for, never shown.
   *
   * @param words one in each
   */
  record Revealing(List<String> words) implements Worded {
    Revealing {
      words = List.copyOf(words);
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("words", String.join("\n", words));
    }
  }

  /** The pseudonym. */
  public String called() {
    return "P-" + number;
  }
}
