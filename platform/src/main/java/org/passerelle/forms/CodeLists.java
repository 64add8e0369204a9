package org.passerelle.forms;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.language.Language;

/**
 * The shared code lists (countries, languages, services, forms of exploitation …), used by every
 * page that shows the label of a code. Immutable; safe for concurrent use.
 */
public final class CodeLists {
  private final Map<String, CodeList> lists;
  private final Map<String, List<Code>> sorted = new ConcurrentHashMap<>();

  CodeLists(Map<String, CodeList> lists) {
    this.lists = Map.copyOf(lists);
  }

  /** Names of the lists. */
  public Set<String> names() {
    return lists.keySet();
  }

  /**
   * A list in its own order.
   *
   * @throws IllegalArgumentException if there is no such list
   */
  public CodeList list(String name) {
    CodeList list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          "There is no code list \"%s\".%nMaybe it is one of %s.".formatted(name, names()));
    }
    return list;
  }

  /** Whether the list contains the code. */
  public boolean holds(String list, String code) {
    return list(list).find(code).isPresent();
  }

  /** The label of a code; an unknown code is shown as it is, in double brackets. */
  public String label(String list, String code, Language language) {
    return list(list).find(code).map(entry -> entry.label().in(language)).orElse("⟦" + code + "⟧");
  }

  /** The codes sorted by label according to the language. */
  public List<Code> sorted(String list, Language language) {
    return sorted.computeIfAbsent(list + " " + language.tag(), key -> sorted(list(list), language));
  }

  static List<Code> sorted(CodeList list, Language language) {
    Collator collator = Collator.getInstance(language.locale());
    return list.codes().stream()
        .sorted(Comparator.comparing(code -> code.label().in(language), collator::compare))
        .toList();
  }
}
