package org.passerelle.protect.safeguards.dataprotection;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Users;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.casefile.CaseSheets.Setting;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister.Answering;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister.Given;
import org.passerelle.protect.safeguards.erasure.Retention;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * The register of processing activities (GDPR, article 30(1)) as a document: purposes and kinds of
 * data as declared by packages, recipients from disclosures, time limits of the organisation. Only
 * those responsible are entered by a user.
 */
@Component
public class RegisterSheet {
  /** Categories of data subjects. */
  static final List<String> PERSONS = List.of("concerned", "around", "suspected", "staff");

  /** Number of security measures that have texts. */
  static final int MEASURES = 10;

  private final ProcessingRegister register;
  private final Retention retention;
  private final List<Holdings> rooms;
  private final Users users;
  private final RecipientWords words;

  RegisterSheet(
      ProcessingRegister register,
      Retention retention,
      List<Holdings> rooms,
      Users users,
      RecipientWords words) {
    this.register = register;
    this.retention = retention;
    this.rooms = List.copyOf(rooms);
    this.users = users;
    this.words = words;
  }

  /** The current register; to be rendered outside a transaction. */
  public Sheet of(Setting setting, SignedIn who) {
    Texts texts = setting.texts();
    List<Given> given = register.given(who);
    return new Sheet(
        texts.language().tag(),
        texts.text("dataprotection.register.title"),
        List.of(texts.text("dataprotection.register.lede")),
        footer(setting, who),
        List.of(
            controller(texts, who),
            purposes(texts, who),
            persons(texts),
            recipients(given, setting),
            transfers(given, setting, who),
            limits(texts, who),
            measures(texts)),
        footnotes(texts, who));
  }

  List<String> footer(Setting setting, SignedIn who) {
    Moments moments = setting.moments();
    return List.of(
        words.own(who.organisation()).name().in(setting.texts().language()),
        setting.texts().text("dataprotection.as-of", moments.date(moments.today())));
  }

  List<String> footnotes(Texts texts, SignedIn who) {
    return words.footnotes(
        Stream.concat(
            Stream.of(who.organisation()), register.given(who).stream().map(Given::recipient)),
        texts);
  }

  Sheet.Part controller(Texts texts, SignedIn who) {
    Organisation own = words.own(who.organisation());
    Answering answering = register.answering(who).answering();
    String officers =
        users.with(who.organisation(), Role.DATA_PROTECTION_OFFICER).stream()
            .map(User::name)
            .collect(Collectors.joining(", "));
    return part(
        "controller",
        texts,
        List.of(
            row(
                texts.text("dataprotection.controller"),
                own.name().in(texts.language()),
                Stream.of(own.place(), words.country(own, texts))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(", ")),
                own.mandate(),
                said(answering.contact(), texts)),
            row(texts.text("dataprotection.officer"), officers, said(answering.officer(), texts)),
            row(
                texts.text("dataprotection.representative"),
                orNone(answering.representative(), texts)),
            row(texts.text("dataprotection.joint"), orNone(answering.joint(), texts))));
  }

  /** Packages that hold personal data: purposes, kinds of data, retention. */
  Sheet.Part purposes(Texts texts, SignedIn who) {
    Object[] months = retention.months(who).values().toArray();
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (Holdings room : rooms) {
      List<String> held =
          room.tables().stream()
              .filter(Holdings.Table::holds)
              .map(table -> texts.text("held." + table.name()))
              .toList();
      if (!held.isEmpty()) {
        kinds.computeIfAbsent(room.room(), name -> new ArrayList<>()).addAll(held);
      }
    }
    List<Sheet.Row> rows = new ArrayList<>();
    kinds.forEach(
        (room, held) ->
            rows.add(
                row(
                    texts.text("held.room." + room),
                    texts.text("held.room." + room + ".why"),
                    texts.text("dataprotection.kinds", listed(held, texts)),
                    texts.text(
                        "dataprotection.kept",
                        texts.text("held.room." + room + ".kept", months)))));
    Collator collator = Collator.getInstance(texts.language().locale());
    rows.sort((one, other) -> collator.compare(one.term(), other.term()));
    rows.add(
        row(
            texts.text("dataprotection.accounts"),
            texts.text("dataprotection.accounts.why"),
            texts.text("dataprotection.kinds", texts.text("dataprotection.accounts.kinds")),
            texts.text("dataprotection.kept", texts.text("dataprotection.accounts.kept"))));
    return part("purposes", texts, rows);
  }

  private static String listed(List<String> held, Texts texts) {
    return held.stream()
        .reduce((before, next) -> texts.text("dataprotection.listed", before, next))
        .orElseThrow();
  }

  Sheet.Part persons(Texts texts) {
    return part(
        "persons",
        texts,
        PERSONS.stream()
            .map(
                kind ->
                    row(
                        texts.text("dataprotection.persons." + kind),
                        texts.text("dataprotection.persons." + kind + ".what")))
            .toList());
  }

  private Sheet.Part recipients(List<Given> given, Setting setting) {
    Map<UUID, List<String>> lines = new LinkedHashMap<>();
    for (Given one : given) {
      lines.computeIfAbsent(one.recipient(), to -> new ArrayList<>()).add(line(one, setting));
    }
    return part(
        "recipients",
        setting.texts(),
        lines.entrySet().stream()
            .map(
                entry ->
                    new Sheet.Row(
                        words.recipient(entry.getKey(), setting.texts()),
                        entry.getValue().stream().distinct().toList()))
            .toList());
  }

  private Sheet.Part transfers(List<Given> given, Setting setting, SignedIn who) {
    Texts texts = setting.texts();
    Map<UUID, List<String>> lines = new LinkedHashMap<>();
    for (Given one : given) {
      if (words.third(one.recipient(), who.organisation(), setting.moments().today())) {
        String instrument = words.of("transfer_instruments", one.transfer(), texts);
        lines
            .computeIfAbsent(one.recipient(), to -> new ArrayList<>())
            .add(instrument.isEmpty() ? texts.text("dataprotection.no-instrument") : instrument);
      }
    }
    return part(
        "transfers",
        texts,
        lines.entrySet().stream()
            .map(
                entry ->
                    new Sheet.Row(
                        words.recipient(entry.getKey(), texts),
                        entry.getValue().stream().distinct().toList()))
            .toList());
  }

  private String line(Given one, Setting setting) {
    Texts texts = setting.texts();
    return texts.text(
        "dataprotection.given",
        words.of("consent_purposes", one.purpose(), texts),
        texts.text("consent.basis." + one.basis()),
        one.times(),
        setting.moments().date(one.latest()));
  }

  Sheet.Part limits(Texts texts, SignedIn who) {
    List<Sheet.Row> rows = new ArrayList<>();
    retention
        .months(who)
        .forEach(
            (purpose, months) ->
                rows.add(
                    row(
                        texts.text("erasure.purpose." + purpose),
                        texts.text("dataprotection.months", months))));
    return part("limits", texts, rows);
  }

  Sheet.Part measures(Texts texts) {
    return part(
        "measures",
        texts,
        IntStream.rangeClosed(1, MEASURES)
            .mapToObj(
                number ->
                    row(
                        texts.text("dataprotection.measure." + number),
                        texts.text("dataprotection.measure." + number + ".what")))
            .toList());
  }

  static Sheet.Part part(String id, Texts texts, List<Sheet.Row> rows) {
    return new Sheet.Part(
        id, texts.text("dataprotection.part." + id), texts.text("dataprotection.none." + id), rows);
  }

  /** A row without empty paragraphs. */
  static Sheet.Row row(String term, String... paragraphs) {
    return new Sheet.Row(
        term,
        Stream.of(paragraphs)
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList());
  }

  private static String said(String typed, Texts texts) {
    return typed.isEmpty() ? texts.text("dataprotection.to-enter") : typed;
  }

  private static String orNone(String typed, Texts texts) {
    return typed.isEmpty() ? texts.text("dataprotection.nobody") : typed;
  }
}
