package org.passerelle.disclosure;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the declaration of a release, in YAML as described in {@code docs/disclosure.md}. Any error
 * is a {@link BadRelease} that names the field.
 */
public final class ReleaseReader {
  /** Twice the size of the largest variable with long names; a larger file is not a declaration. */
  private static final int LARGEST = 4_000_000;

  private static final Set<String> TOP =
      Set.of(
          "id",
          "title",
          "population",
          "period",
          "source",
          "caveat",
          "variables",
          "tables",
          "policy",
          "previous",
          "person",
          "rows",
          "amount");
  private static final Set<String> OF_A_VARIABLE =
      Set.of("column", "label", "categories", "groups", "bands", "unknown", "sensitive");
  private static final Set<String> OF_A_POLICY =
      Set.of("method", "threshold", "width", "insiders", "zeros", "base", "records", "dominance");

  private ReleaseReader() {}

  /**
   * Parses a declaration.
   *
   * @param file its name, for messages
   */
  public static Release read(String file, Reader text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(20);
    options.setCodePointLimit(LARGEST);
    try {
      return release(
          new Declared(file, "", new Yaml(new SafeConstructor(options)).load(whole(file, text))));
    } catch (YAMLException e) {
      String said =
          String.valueOf(e.getMessage()).lines().limit(4).reduce("", (a, b) -> a + " " + b);
      throw new BadRelease("%s is not YAML:%s".formatted(file, said));
    }
  }

  private static String whole(String file, Reader text) {
    StringBuilder all = new StringBuilder();
    char[] part = new char[8_192];
    try {
      for (int n = text.read(part); n >= 0; n = text.read(part)) {
        all.append(part, 0, n);
        if (all.length() > LARGEST) {
          throw new BadRelease(
              "%s is longer than %d characters. Maybe a variable lists more than %d categories; group them in the data first."
                  .formatted(file, LARGEST, Hierarchy.MOST));
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadRelease("%s is not UTF-8. Maybe save it as UTF-8.".formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /** The declaration in a published release; it names no columns. */
  static Release published(Declared top) {
    Set<String> known = new HashSet<>(TOP);
    known.add("format");
    known.add("values");
    return declared(top.only(known));
  }

  private static Release release(Declared top) {
    return declared(top.only(TOP));
  }

  private static Release declared(Declared top) {
    List<Variable> variables = new ArrayList<>();
    Declared declared = top.needed("variables");
    for (String name : declared.names()) {
      if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
        throw new BadRelease(
            "%s, variables: %s is not a valid name. Maybe letters, digits, _ and -, at most 40."
                .formatted(top.file(), name));
      }
      variables.add(variable(name, declared.needed(name)));
    }
    return new Release(
        id(top, "id", top.text("id")),
        top.text("title"),
        top.text("population"),
        top.text("period"),
        top.text("source"),
        top.textIf("caveat").orElse(""),
        variables,
        new TablesReader(top, variables).tables(),
        top.part("policy").map(ReleaseReader::policy).orElse(Policy.USUAL),
        previous(top),
        counting(top));
  }

  private static Counting counting(Declared top) {
    Counting.@Nullable Amount amount =
        top.part("amount")
            .map(
                at ->
                    new Counting.Amount(
                        at.only(Set.of("column", "label", "unit"))
                            .textIf("column")
                            .orElse("amount"),
                        at.textIf("label").orElse(at.textIf("column").orElse("amount")),
                        at.textIf("unit").orElse("")))
            .orElse(null);
    return new Counting(
        top.textIf("person").orElse(null), top.number("rows", 1, 1, Counting.MOST_ROWS), amount);
  }

  static String id(Declared at, String field, String id) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw at.wrong(field, "letters, digits, _ and -, at most 64", id);
    }
    return id;
  }

  private static Variable variable(String name, Declared at) {
    at.only(OF_A_VARIABLE);
    List<Integer> bands = new ArrayList<>();
    if (at.has("bands")) {
      for (Object bound : at.list("bands")) {
        int last = bands.isEmpty() ? -1 : bands.get(bands.size() - 1);
        if (!(bound instanceof Integer number) || number <= last) {
          throw at.wrong("bands", "ascending whole numbers from 0", bound);
        }
        bands.add(number);
      }
    }
    @Nullable String unknown = at.textIf("unknown").orElse(null);
    @Nullable Hierarchy hierarchy = hierarchy(name, at, bands, unknown);
    if (hierarchy != null && unknown != null && !isCategory(hierarchy, unknown)) {
      throw at.wrong("unknown", "one of the categories", unknown);
    }
    return new Variable(
            name,
            at.textIf("column").orElse(name),
            at.textIf("label").orElse(name),
            hierarchy,
            bands,
            unknown)
        .with(sensitive(at, hierarchy));
  }

  /** {@code sensitive: all}, or a list of categories and groups. */
  private static Set<String> sensitive(Declared at, @Nullable Hierarchy hierarchy) {
    if (!at.has("sensitive")) {
      return Set.of();
    }
    if (at.single("sensitive").orElse("").equals(Variable.ALL)) {
      return Set.of(Variable.ALL);
    }
    Set<String> codes = new HashSet<>();
    for (Object one : at.list("sensitive")) {
      String code = String.valueOf(one);
      if (!code.equals(Variable.ALL) && (hierarchy == null || hierarchy.node(code) < 1)) {
        throw at.wrong("sensitive", "all, or declared categories and groups", one);
      }
      codes.add(code);
    }
    return codes;
  }

  private static boolean isCategory(Hierarchy hierarchy, String code) {
    int node = hierarchy.node(code);
    return node > 0 && hierarchy.isCategory(node);
  }

  private static @Nullable Hierarchy hierarchy(
      String name, Declared at, List<Integer> bands, @Nullable String unknown) {
    if (at.has("groups")) {
      Hierarchy groups = Hierarchy.of(name, at.value("groups").orElseThrow());
      for (String band : Variable.codes(bands)) {
        if (!isCategory(groups, band)) {
          throw at.wrong("groups", "a place for the band " + band, groups.categories());
        }
      }
      return groups;
    }
    if (!bands.isEmpty()) {
      List<String> codes = new ArrayList<>(Variable.codes(bands));
      if (unknown != null) {
        codes.add(unknown);
      }
      return Hierarchy.flat(name, codes);
    }
    if (at.single("categories").orElse("").equals("found")) {
      return null;
    }
    return Hierarchy.flat(name, at.list("categories").stream().map(String::valueOf).toList());
  }

  private static Policy policy(Declared at) {
    at.only(OF_A_POLICY);
    Policy usual = Policy.USUAL;
    return new Policy(
        at.word("method", Policy.Method.class, usual.method()),
        at.number("threshold", usual.threshold(), 2, 1_000),
        at.number("width", usual.width(), 1, 1_000),
        at.flag("insiders", usual.insiders()),
        at.word("zeros", Zeros.class, Zeros.SHOWN) == Zeros.SHOWN,
        at.number("base", usual.base(), 2, 1_000),
        at.flag("records", usual.records()),
        at.part("dominance").map(ReleaseReader::dominance).orElse(usual.dominance()));
  }

  private static Dominance dominance(Declared at) {
    at.only(Set.of("p", "n", "k"));
    if (at.has("n") != at.has("k")) {
      throw at.wrong(at.has("n") ? "k" : "n", "n and k together", "one of them");
    }
    Dominance rules =
        new Dominance(
            at.number("p", 0, 1, 100),
            at.number("n", 0, 1, Dominance.MOST_LARGEST),
            at.number("k", 0, 1, 99));
    if (rules.percent() == 0 && rules.share() == 0) {
      throw at.wrong("p", "p, or n and k", "neither");
    }
    return rules;
  }

  private enum Zeros {
    SHOWN,
    HIDDEN
  }

  private static Map<String, Release.Relation> previous(Declared top) {
    Map<String, Release.Relation> relations = new LinkedHashMap<>();
    top.part("previous")
        .ifPresent(
            at ->
                at.names()
                    .forEach(
                        id ->
                            relations.put(
                                id, at.word(id, Release.Relation.class, Release.Relation.APART))));
    return relations;
  }
}
