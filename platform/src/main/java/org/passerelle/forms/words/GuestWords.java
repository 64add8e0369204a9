package org.passerelle.forms.words;

import com.ibm.icu.util.ULocale;
import org.passerelle.PublicProcess;
import org.passerelle.forms.Code;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.springframework.stereotype.Component;

/**
 * Labels of codes in a language that is only available to readers of letterboxes: from its file,
 * {@code list.LIST.CODE}, and from Unicode for countries and languages. Missing labels are shown in
 * English. Thread-safe.
 */
@Component
@PublicProcess
class GuestWords {
  private final Languages languages;

  GuestWords(Languages languages) {
    this.languages = languages;
  }

  /** Label of a code in any language. */
  String of(String list, Code code, Language language) {
    String written = code.label().in(language);
    if (language.isOfHouse()) {
      return written;
    }
    Texts texts = languages.texts(language);
    String key = "list." + list + "." + code.code();
    if (texts.has(key)) {
      return texts.text(key);
    }
    String name = named(list, code.code(), ULocale.forLanguageTag(language.tag()));
    return name.isEmpty() || name.equals(code.code()) ? written : name;
  }

  private static String named(String list, String code, ULocale reader) {
    return switch (list) {
      case "countries" -> ULocale.getDisplayCountry("und-" + code, reader);
      case "languages" -> ULocale.getDisplayLanguage(code, reader);
      default -> "";
    };
  }
}
