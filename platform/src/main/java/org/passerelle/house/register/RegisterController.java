package org.passerelle.house.register;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.FieldWords;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Mentions;
import org.passerelle.register.References;
import org.passerelle.register.Register;
import org.passerelle.register.Shown;
import org.passerelle.register.Staleness;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the register: its kinds, the entries of a kind, an entry and its revisions. */
@Controller
@StrategyReaders
class RegisterController {
  private static final Set<String> ORIGIN = Set.of("source", "printed", "note");
  private final Register register;
  private final CountryNames countries;
  private final List<Mentions> mentions;

  RegisterController(Register register, CountryNames countries, List<Mentions> mentions) {
    this.register = register;
    this.countries = countries;
    this.mentions = mentions;
  }

  @GetMapping("/{room:partner|steer}/register")
  String index(Act act) {
    Facts facts = register.facts();
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    Kinds.shipped()
        .of(act.page().room())
        .forEach(kind -> counts.put(kind, facts.all(kind.id()).size()));
    return act.show("house/register/index", counts);
  }

  @GetMapping("/{room:partner|steer}/register/{kind}")
  String list(@PathVariable("kind") String kindId, Act act) {
    Kind kind = kind(kindId, act);
    Page shown = act.page();
    String q = act.asked().shown("q");
    boolean behind = act.asked().ticked("behind");
    String page = act.asked().shown("page");
    Facts facts = register.facts();
    FieldWords words = new FieldWords(shown, facts, countries);
    List<Entry> found = found(facts.all(kindId), q, behind, shown);
    int pages = Math.max(1, (found.size() + KindList.LINES - 1) / KindList.LINES);
    int number =
        page.matches("[0-9]{1,6}") ? Math.min(Math.max(Integer.parseInt(page), 1), pages) : 1;
    List<Field> columns =
        kind.columns().stream().map(kind::field).flatMap(Optional::stream).toList();
    List<KindList.Line> lines =
        found.stream()
            .skip((long) (number - 1) * KindList.LINES)
            .limit(KindList.LINES)
            .map(
                e ->
                    new KindList.Line(
                        e.name().in(shown.language()),
                        e.href(),
                        columns.stream().map(f -> words.one(e, f).line()).toList()))
            .toList();
    return act.show(
        "house/register/list",
        new KindList(
            kind,
            q,
            behind,
            columns.stream().map(f -> f.label().in(shown.language())).toList(),
            lines,
            found.size(),
            number,
            pages,
            mayEdit(act.who(), kind)));
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/{id}")
  String entry(@PathVariable("kind") String kindId, @PathVariable String id, Act act) {
    Kind kind = kind(kindId, act);
    Page page = act.page();
    Facts facts = register.facts();
    Entry entry = facts.find(kindId, id).orElseThrow(NotFound::new);
    FieldWords words = new FieldWords(page, facts, countries);
    List<Shown> about = new ArrayList<>();
    List<Shown> sources = new ArrayList<>();
    for (Field field : kind.fields()) {
      if (field.id().equals("article") && entry.has("law")) {
        // the field "law" says the same in words
        continue;
      }
      if (entry.has(field.id()) && !field.id().equals(kind.namedBy())) {
        (ORIGIN.contains(field.id()) ? sources : about).add(words.one(entry, field));
      } else if (entry.has(field.id()) && field.type() == Field.Type.ROWS) {
        about.add(words.one(entry, field));
      }
    }
    return act.show(
        "house/register/entry",
        new EntryPage(
            entry,
            entry.name().in(page.language()),
            about,
            sources,
            named(facts, entry, act.who(), page),
            footnotes(entry, page),
            mayEdit(act.who(), kind)));
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/{id}/revisions")
  String revisions(@PathVariable("kind") String kindId, @PathVariable String id, Act act) {
    Kind kind = kind(kindId, act);
    List<Register.Revision> revisions = register.revisions(kind, id);
    if (revisions.isEmpty()) {
      throw new NotFound();
    }
    FieldWords words = new FieldWords(act.page(), register.facts(), countries);
    List<EntryPage.Revised> revised = new ArrayList<>();
    for (int i = 0; i < revisions.size(); i++) {
      Register.Revision revision = revisions.get(i);
      revised.add(
          new EntryPage.Revised(
              revision.entry().revision(),
              revision.at(),
              revision.byName(),
              revision.reason(),
              revision.retired(),
              i + 1 < revisions.size()
                  ? words.changes(revisions.get(i + 1).entry(), revision.entry())
                  : List.of()));
    }
    return act.with("name", revisions.get(0).entry().name().in(act.language()))
        .with("href", revisions.get(0).entry().href())
        .show("house/register/revisions", revised);
  }

  /** A kind that belongs to the module of the page. */
  static Kind kind(String id, Act act) {
    return Kinds.shipped()
        .find(id)
        .filter(k -> k.room().equals(act.page().room()))
        .orElseThrow(NotFound::new);
  }

  static boolean mayEdit(SignedIn who, Kind kind) {
    return kind.editedBy().stream().anyMatch(who::is);
  }

  /** What a list shows of the entries of a kind, in its order. */
  static List<Entry> found(List<Entry> entries, String query, boolean behind, Page page) {
    Collator collator = Collator.getInstance(page.language().locale());
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(
            e ->
                wanted.isEmpty()
                    || e.id().contains(wanted)
                    || e.name().byLanguage().values().stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted))
                    || e.name().in(page.language()).toLowerCase(Locale.ROOT).contains(wanted))
        .filter(e -> !behind || !Staleness.behind(e).isEmpty())
        .sorted(
            (a, b) -> collator.compare(a.name().in(page.language()), b.name().in(page.language())))
        .toList();
  }

  private List<EntryPage.Named> named(Facts facts, Entry entry, SignedIn who, Page page) {
    Map<String, List<Shown.Part>> byKind = new LinkedHashMap<>();
    for (Entry other : facts.referringTo(entry)) {
      byKind
          .computeIfAbsent(other.kind().many().in(page.language()), k -> new ArrayList<>())
          .add(new Shown.Part(other.name().in(page.language()), other.href()));
    }
    mentions.stream()
        .flatMap(source -> source.of(entry, who, page).stream())
        .forEach(
            mention ->
                byKind
                    .computeIfAbsent(mention.kind(), k -> new ArrayList<>())
                    .add(new Shown.Part(mention.text(), mention.href())));
    return byKind.entrySet().stream()
        .map(e -> new EntryPage.Named(e.getKey(), e.getValue()))
        .toList();
  }

  private List<String> footnotes(Entry entry, Page page) {
    Set<String> codes =
        References.of(entry).stream()
            .map(References.Reference::to)
            .filter(to -> to.startsWith("country:"))
            .map(to -> to.substring("country:".length()))
            .collect(Collectors.toSet());
    if (entry.kind().id().equals("country")) {
      codes.add(entry.id());
    }
    return codes.stream()
        .map(code -> countries.footnote(code, page.language()))
        .flatMap(Optional::stream)
        .toList();
  }
}
