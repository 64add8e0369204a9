package org.passerelle.protect.casework.phone.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.language.DateVocabulary;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.partner.EmergencyNumbers;
import org.passerelle.protect.casework.screening.RuleSets;
import org.passerelle.protect.casework.screening.Step;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data that a phone takes along, identical for everybody on the node. The form versions in it count
 * as used from then on, so that later deliveries can always be read. Thread-safe.
 */
@Service
public class PhonePack {
  private final FormDefinitions definitions;
  private final Submissions submissions;
  private final Languages languages;
  private final EmergencyNumbers numbers;
  private final JsonMapper json = new JsonMapper();
  private volatile Packed last = new Packed(List.of(), "", "");

  PhonePack(
      FormDefinitions definitions,
      Submissions submissions,
      Languages languages,
      EmergencyNumbers numbers) {
    this.definitions = definitions;
    this.submissions = submissions;
    this.languages = languages;
    this.numbers = numbers;
  }

  /**
   * A pack.
   *
   * @param digest SHA-256 of the text, in hexadecimal notation
   * @param text JSON: forms, countries and rules by language
   */
  public record Packed(List<FormDefinition> forms, String digest, String text) {
    public Packed {
      forms = List.copyOf(forms);
    }
  }

  /** The current pack; rebuilt only when a form was put into use. */
  @Transactional
  public Packed now() {
    List<FormDefinition> forms = forms();
    Packed known = last;
    if (!known.forms().equals(forms)) {
      forms.forEach(submissions::takeAlong);
      Map<String, Object> all = new LinkedHashMap<>();
      for (Language language : languages.all()) {
        all.put(language.tag(), in(language, forms));
      }
      String text = json.writeValueAsString(all);
      known = new Packed(forms, Sha256.of(text), text);
      keep(known);
    }
    return known;
  }

  /** Caches the pack only after its versions count as used, so that a rollback discards it. */
  private void keep(Packed packed) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            last = packed;
          }
        });
  }

  private List<FormDefinition> forms() {
    return Stream.of(
            FormDefinition.Kind.SCREENING,
            FormDefinition.Kind.FOLLOW_UP,
            FormDefinition.Kind.INTAKE)
        .flatMap(kind -> definitions.current(kind).stream())
        .toList();
  }

  private Map<String, Object> in(Language language, List<FormDefinition> forms) {
    Map<String, Object> pack = new LinkedHashMap<>();
    pack.put("language", language.tag());
    pack.put("forms", forms.stream().map(form -> new FormSheet(form, language).of()).toList());
    pack.put("countries", countries(language));
    pack.put("rules", RuleSets.NOW);
    pack.put("dates", DateVocabulary.all());
    Map<String, Object> steps = new LinkedHashMap<>();
    for (Step step : Step.values()) {
      steps.put(step.name(), step.numbers());
    }
    pack.put("steps", steps);
    return pack;
  }

  private List<Map<String, Object>> countries(Language language) {
    CodeLists lists = definitions.lists();
    List<Map<String, Object>> countries = new ArrayList<>();
    lists.sorted("countries", language).stream()
        .filter(code -> numbers.countries().contains(code.code()))
        .forEach(
            code ->
                countries.add(
                    Map.of(
                        "code",
                        code.code(),
                        "name",
                        code.label().in(language),
                        "calls",
                        numbers.of(code.code()).stream()
                            .map(line -> call(line, language))
                            .toList())));
    return countries;
  }

  private Map<String, Object> call(EmergencyNumbers.Line line, Language language) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("kind", line.kind());
    call.put("label", line.label().in(language));
    call.put("number", line.number());
    call.put("dialled", line.dialled());
    call.put("remark", numbers.remark(line, language));
    return call;
  }
}
