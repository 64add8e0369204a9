package org.passerelle.network.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;

/**
 * Words for victims and minors in the languages of the region, as found in columns such as role or
 * status: an actor so described is treated as a victim even without a yes/no column, and is
 * excluded from rankings.
 */
public final class Roles {
  /** A column with more distinct values is not a list of roles. */
  private static final int MOST_WORDS = 12;

  private static final Pattern APART = Pattern.compile("[^\\p{L}']+");

  /** French d' and l' are words of their own; "victim's" is one. */
  private static final Pattern ELIDED = Pattern.compile("(?<!\\p{L})([dl])'");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What somebody is in the matter: if nobody is a victim by it, this is asked about. */
  private static final Set<String> ROLE_COLUMNS =
      words(
          "role roles status category function rôle statut catégorie fonction uloga status улога"
              + " статус категорија категория роля роль ρόλος κατάσταση ιδιότητα rol statut"
              + " calitate roli statusi cilësia durum sıfat");

  private static final Set<String> COLUMNS = withMore();

  private static Set<String> withMore() {
    Set<String> all =
        words(
            "type kind nature class position tip vrsta položaj тип врста положај вид позиция τύπος"
                + " lloji tür konum");
    all.addAll(ROLE_COLUMNS);
    return all;
  }

  private static final Set<String> VICTIMS =
      words(
          "victim victims victime victimes viktimë viktima viktime žrtva žrtve oštećena oštećeni"
              + " жртва жртве жртви жртвите оштећена оштећени жертва жертви жертвата пострадал"
              + " пострадала пострадали потерпевший потерпевшая θύμα θύματα victimă victima mağdur"
              + " mağdure mağdurlar kurban survivor survivors rescapée rescapé");

  private static final Set<String> MINORS =
      words(
          "minor minors mineur mineure mineurs mineures child children enfant enfants mitur miture"
              + " mituri fëmijë fëmija maloletnik maloletnica maloletan maloletna maloljetnik"
              + " maloljetnica maloljetan maloljetna dete dijete djeca deca малолетник малолетница"
              + " малолетан малолетна малолетен малолетно дете деца непълнолетен непълнолетна"
              + " непълнолетно несовершеннолетний несовершеннолетняя ребёнок ребенок ανήλικος"
              + " ανήλικη ανήλικο παιδί παιδιά minoră minori copil copii çocuk çocuklar");

  /**
   * Words that, before such a word, refer to somebody else: a recruiter of victims is not a victim.
   */
  private static final Set<String> ELSEWHERE =
      words(
          "of with to against for not no non nor former de des du d avec pas contre nije ne bez"
              + " protiv није не без против на με του της των όχι δεν jo pa nu al ai lui fără değil"
              + " dhe kundër");

  /** Words that, behind such a word in English, make it somebody else: a child trafficker. */
  private static final Set<String> SOMEBODY_ELSE =
      words(
          "trafficker traffickers recruiter recruiters exploiter exploiters smuggler smugglers dealer"
              + " seller buyer abuser abusers offender offenders driver carer advocate advocates lawyer"
              + " lawyers worker workers support supporter services service officer protection"
              + " specialist interviewer role part figure player contact");

  private static final Set<String> AND = words("and et i e и dhe și si και");

  /** Articles, and words for being and for and: they change nothing of what they stand before. */
  private static final Set<String> PASSED_OVER =
      words("a an une un the is and la le les l et est i и e је je si su су е i të o ο η το οι τα");

  /** One of the victims is a victim. */
  private static final Set<String> ONE =
      words("one une un jedna jedan jedno једна један едно една един një μία ένα ένας una bir");

  /** What a column named for victims says of somebody who is none. */
  private static final Set<String> NONE =
      words(
          "no non none not n na 0 false unknown ne nije nema нет не није нема jo nu nuk όχι hayır"
              + " değil aucun aucune pas inconnu nepoznato непознато rejected refuted");

  private Roles() {}

  private static Set<String> words(String list) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : list.split(" ", -1)) {
      words.add(plain(word));
    }
    return words;
  }

  private static String plain(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('đ', 'd').replace('’', '\'');
    lower = ELIDED.matcher(lower).replaceAll("$1 ");
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The same network, with actors described as victims or minors marked as victims. */
  static NetworkFile marked(NetworkFile read) {
    Set<String> columns = new LinkedHashSet<>();
    int found = 0;
    List<Actor> actors = new ArrayList<>();
    for (Actor actor : read.network().actors()) {
      String column = actor.victim() ? "" : column(actor.attributes());
      if (column.isEmpty()) {
        actors.add(actor);
        continue;
      }
      columns.add(column);
      found++;
      actors.add(new Actor(actor.id(), actor.kind(), actor.label(), true, actor.attributes()));
    }
    List<Sentence> notices = new ArrayList<>(read.notices());
    if (found == 0) {
      notices.addAll(asked(read.network()));
      return new NetworkFile(read.network(), notices);
    }
    notices.add(Sentence.of(Wording.VICTIMS_BY_ROLE, found, String.join(", ", columns)));
    return new NetworkFile(new CaseNetwork(actors, read.network().ties()), notices);
  }

  /** A question about each column of few words, none of which says that somebody is a victim. */
  private static List<Sentence> asked(CaseNetwork network) {
    if (network.actors().stream().anyMatch(Actor::victim)) {
      return List.of();
    }
    Map<String, Set<String>> columns = new TreeMap<>();
    for (Actor actor : network.actors()) {
      actor
          .attributes()
          .forEach(
              (name, values) -> {
                if (split(name).stream().anyMatch(ROLE_COLUMNS::contains)) {
                  columns.computeIfAbsent(name, n -> new TreeSet<>()).addAll(values);
                }
              });
    }
    return columns.entrySet().stream()
        .filter(column -> column.getValue().size() <= MOST_WORDS)
        .map(
            column ->
                Sentence.of(
                    Wording.ROLES_NOT_UNDERSTOOD,
                    column.getKey(),
                    String.join(", ", column.getValue())))
        .toList();
  }

  /** Whether an actor with these attributes is a victim or a minor by what one of them says. */
  public static boolean describeVictim(Map<String, List<String>> attributes) {
    return !column(attributes).isEmpty();
  }

  /** The attribute with such a word; empty if there is none. */
  private static String column(Map<String, List<String>> attributes) {
    for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
      List<String> name = split(attribute.getKey());
      boolean says =
          name.stream().anyMatch(VICTIMS::contains)
              ? attribute.getValue().stream().anyMatch(Roles::isSomething)
              : attribute.getValue().stream().anyMatch(Roles::isVictim);
      if (says && name.stream().anyMatch(COLUMNS::contains)) {
        return attribute.getKey();
      }
    }
    return "";
  }

  /** Whether a column of this name says what somebody is in the matter, such as "status". */
  static boolean isOfRoles(String column) {
    return split(column).stream().anyMatch(ROLE_COLUMNS::contains);
  }

  /** The same for a column of roles or of kinds. */
  static boolean isOfKinds(String column) {
    return split(column).stream().anyMatch(COLUMNS::contains);
  }

  /** Words in lower case without marks. */
  static List<String> split(String text) {
    return Arrays.stream(APART.split(plain(text), -1)).filter(w -> !w.isEmpty()).toList();
  }

  /** Of a column such as "victim status": identified or presumed, but not "no". */
  private static boolean isSomething(String value) {
    List<String> said = split(value);
    return !said.isEmpty() && said.stream().noneMatch(NONE::contains);
  }

  /**
   * Index of the word before another, apart from those that change nothing; -1 if there is none.
   */
  private static int before(List<String> said, int word) {
    int before = word - 1;
    while (before >= 0 && PASSED_OVER.contains(said.get(before))) {
      before--;
    }
    return before;
  }

  private static boolean isVictim(String value) {
    List<String> said = split(value);
    for (int i = 0; i < said.size(); i++) {
      if ((VICTIMS.contains(said.get(i)) || MINORS.contains(said.get(i)))
          && (i + 1 == said.size() || !SOMEBODY_ELSE.contains(said.get(i + 1)))) {
        int before = before(said, i);
        // of women and children: what holds for the one holds for the other
        int joined = before >= 0 && AND.contains(said.get(before + 1)) ? before(said, before) : -1;
        if (joined >= 0 && ELSEWHERE.contains(said.get(joined))) {
          continue;
        }
        if (before < 0
            || !ELSEWHERE.contains(said.get(before))
            || (before > 0 && ONE.contains(said.get(before - 1)))) {
          return true;
        }
      }
    }
    return false;
  }
}
