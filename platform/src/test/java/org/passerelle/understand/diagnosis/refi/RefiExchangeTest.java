package org.passerelle.understand.diagnosis.refi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Coding;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Memos;
import org.passerelle.understand.diagnosis.Theme;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagnosis goes out to another program and what was done there comes back. */
@OnBothDatabases
class RefiExchangeTest {
  private static final String SAID = "Дошли су 😀 у недељу.\nAn uncle took the papers & the phone.";
  @Parameter House house;

  @Test
  void whatGoesOutComesBackTheSame() {
    Field field = new Field("Heron");
    String papers = codings().addTheme(field.diagnosis, "control", "Papers", field.one);
    codings().code(field.interview, papers, "took the papers", -1, field.one);
    codings().code(field.interview, "recruitment", "😀 у недељу", -1, field.one);
    house.get(Memos.class).note(field.interview, "Ask <again>", field.one);
    byte[] file = exports().export(field.diagnosis, texts("fr"), field.one);

    Field other = new Field("Elsewhere");
    RefiImports.Read read = imports().read(file);
    assertThat(read.clear("", other.one)).as("one coder alone").isTrue();
    RefiImports.Taken taken = imports().take(other.diagnosis, read, "", "", false, other.one);
    assertThat(taken).isEqualTo(new RefiImports.Taken(1, 2, 1, 0, 0, 0));
    assertThat(imports().take(other.diagnosis, read, "", "", false, other.one))
        .as("the same again changes nothing")
        .isEqualTo(new RefiImports.Taken(0, 0, 1, 0, 0, 0));
    List<Coding> codes = codings().visible(other.interview, other.one);
    assertThat(codes)
        .extracting(c -> SAID.substring(c.starts(), c.ends()))
        .containsExactly("😀 у недељу", "took the papers");
    assertThat(codes).extracting(Coding::by).containsOnly(other.one.user());
    Theme theme =
        codings().themes(other.diagnosis, other.one).stream()
            .filter(t -> t.code().equals(codes.get(1).theme()))
            .findFirst()
            .orElseThrow();
    assertThat(theme.name()).isEqualTo("Papers");
    assertThat(theme.parent()).isEqualTo("control");
    assertThat(logged(field.diagnosis, field.one, "diagnosis.exported")).isEqualTo(1);
    assertThat(logged(other.diagnosis, other.one, "diagnosis.imported")).isEqualTo(2);
  }

  /** As the schema of the standard has them, which other programs check. */
  @Test
  void elementsStandInTheOrderOfTheStandard() throws Exception {
    Field field = new Field("Heron");
    codings().code(field.interview, "money", "the phone", -1, field.one);
    house.get(Memos.class).note(field.interview, "Ask again", field.one);
    Map<String, byte[]> files =
        PackedFile.unpack(exports().export(field.diagnosis, texts("en"), field.one));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element project =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(files.get("project.qde")))
            .getDocumentElement();
    assertThat(project.getNamespaceURI()).isEqualTo("urn:QDA-XML:project:1.0");
    assertThat(children(project))
        .containsExactly("Users", "CodeBook", "Variables", "Sources", "Notes", "Description");
    Element source = (Element) project.getElementsByTagName("TextSource").item(0);
    assertThat(children(source))
        .containsExactly(
            "PlainTextSelection",
            "NoteRef",
            "VariableValue",
            "VariableValue",
            "VariableValue",
            "VariableValue");
    Element selection = (Element) source.getElementsByTagName("PlainTextSelection").item(0);
    int starts = Integer.parseInt(selection.getAttribute("startPosition"));
    int ends = Integer.parseInt(selection.getAttribute("endPosition"));
    String path = source.getAttribute("plainTextPath").replace("internal://", "sources/");
    int[] points = new String(files.get(path), StandardCharsets.UTF_8).codePoints().toArray();
    assertThat(new String(points, starts, ends - starts)).isEqualTo("the phone");
    for (String element : List.of("User", "Code", "Variable", "TextSource", "Coding", "Note")) {
      Element first = (Element) project.getElementsByTagName(element).item(0);
      assertThat(UUID.fromString(first.getAttribute("guid"))).as(element).isNotNull();
    }
    Element code = (Element) project.getElementsByTagName("Code").item(0);
    assertThat(code.getAttribute("color")).matches("#[0-9a-f]{6}");
    assertThat(code.getAttribute("isCodable")).isEqualTo("true");
  }

  /** The schema wants lists to have members; other programs refuse empty ones. */
  @Test
  void aDiagnosisWithoutInterviewsIsAProjectToo() {
    SignedIn one = house.somebody(Role.ANALYST);
    UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), one);
    Map<String, byte[]> files = PackedFile.unpack(exports().export(diagnosis, texts("en"), one));
    String project = new String(files.get("project.qde"), StandardCharsets.UTF_8);
    assertThat(files).hasSize(1);
    assertThat(project).contains("<User ").doesNotContain("<Sources>", "<Variables>", "<Notes>");
    assertThat(imports().read(exports().export(diagnosis, texts("en"), one)).coders()).isEmpty();
  }

  @Test
  void whatTheReaderMayNotSeeIsNotInIt() {
    Field field = new Field("Heron");
    codings().code(field.interview, "money", "the phone", -1, field.other);
    UUID second = field.interview("Gone");
    house.get(Interviews.class).withdraw(second, field.one);
    RefiProject out =
        ProjectReader.read(exports().export(field.diagnosis, texts("sr-Cyrl"), field.one));
    assertThat(out.sources()).hasSize(1);
    assertThat(out.sources().get(0).codings()).as("coders stay apart").isEmpty();
    SignedIn stranger = house.colleague(field.one.organisation(), Role.ANALYST);
    assertThatThrownBy(() -> exports().export(field.diagnosis, texts("en"), stranger))
        .isInstanceOf(NotFound.class);
    RefiImports.Read read =
        imports().read(exports().export(field.diagnosis, texts("en"), field.one));
    assertThatThrownBy(() -> imports().take(field.diagnosis, read, "", "", false, stranger))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void ofSeveralCodersOneIsNamedUnlessItIsTheReader() {
    Field field = new Field("Heron");
    codings().code(field.interview, "money", "the phone", -1, field.other);
    codings().code(field.interview, "control", "the papers", -1, field.one);
    codings().finish(field.interview, field.one);
    codings().finish(field.interview, field.other);
    RefiImports.Read read =
        imports().read(exports().export(field.diagnosis, texts("en"), field.one));
    assertThat(read.coders()).hasSize(2);
    Field strange = new Field("Strange");
    assertThat(read.clear("", strange.one)).isFalse();
    assertThatThrownBy(() -> imports().take(strange.diagnosis, read, "", "", false, strange.one))
        .isInstanceOf(Refused.class);
    assertThat(read.clear("", field.one)).as("their own are meant").isTrue();
    assertThat(imports().take(field.diagnosis, read, "", "", false, field.one))
        .as("and left out, because they are done")
        .isEqualTo(new RefiImports.Taken(0, 0, 1, 0, 0, 1));
  }

  @Test
  void codesOfAnotherTreeGoWhereTheReaderPutsThem() {
    Field field = new Field("Heron");
    String book =
        """
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
          <Code guid="11111111-2222-4333-8444-000000000001" name="ARGENT">
            <Code guid="11111111-2222-4333-8444-000000000002" name="Dette">
              <Code guid="11111111-2222-4333-8444-000000000003" name="du voyage"/></Code></Code>
          <Code guid="11111111-2222-4333-8444-000000000004" name="Climate"/>
        </Codes></CodeBook>
        """;
    RefiImports.Read read = imports().read(book.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> imports().take(field.diagnosis, read, "", "", false, field.one))
        .isInstanceOf(Refused.class);
    assertThat(own(field)).as("nothing is taken in by half").isEmpty();
    assertThat(imports().take(field.diagnosis, read, "tools", "", false, field.one).themes())
        .isEqualTo(3);
    assertThat(own(field))
        .containsExactlyInAnyOrder("money: Dette", "money: Dette › du voyage", "tools: Climate");
  }

  @Test
  void aTextThatIsCalledLikeThePseudonymBecomesTheTranscriptIfWanted() {
    Field field = new Field("Heron");
    codings().code(field.interview, "control", "took the papers", -1, field.one);
    byte[] file = exports().export(field.diagnosis, texts("en"), field.one);
    Field other = new Field("Elsewhere");
    UUID waiting = other.held("heron");
    UUID gone = other.held("Heron");
    house.get(Interviews.class).withdraw(gone, other.one);
    house.get(Interviews.class).withdraw(other.interview, other.one);
    RefiImports.Read read = imports().read(file);
    assertThat(imports().take(other.diagnosis, read, "", "", false, other.one))
        .isEqualTo(new RefiImports.Taken(0, 0, 0, 0, 1, 0));
    assertThat(imports().take(other.diagnosis, read, "", "", true, other.one))
        .isEqualTo(new RefiImports.Taken(0, 1, 1, 1, 0, 0));
    assertThat(house.get(Interviews.class).read(waiting, other.one).transcript()).isEqualTo(SAID);
    assertThat(house.get(Interviews.class).read(gone, other.one).transcript()).isEmpty();
  }

  private List<String> own(Field field) {
    return codings().themes(field.diagnosis, field.one).stream()
        .filter(theme -> !theme.parent().isEmpty())
        .map(theme -> theme.parent() + ": " + theme.name())
        .toList();
  }

  private static List<String> children(Element element) {
    List<String> names = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
        names.add(nodes.item(i).getLocalName());
      }
    }
    return names;
  }

  /** Two analysts, a diagnosis with one place, an interview with a transcript. */
  private final class Field {
    final SignedIn one = house.somebody(Role.ANALYST);
    final SignedIn other = house.colleague(one.organisation(), Role.ANALYST);
    final UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), one);
    final UUID interview;

    Field(String pseudonym) {
      house.get(Diagnoses.class).addMember(diagnosis, other.user(), one);
      interview = interview(pseudonym);
    }

    UUID interview(String pseudonym) {
      UUID id = held(pseudonym);
      house.get(Interviews.class).transcribe(id, SAID, one);
      return id;
    }

    /** An interview without a transcript. */
    UUID held(String pseudonym) {
      LocalDate day = LocalDate.of(2026, 3, 4);
      UUID site = house.get(Diagnoses.class).find(diagnosis, one).sites().get(0).id();
      Interview.Held held = new Interview.Held(pseudonym, "Serbian", day, site, one.user(), true);
      return house.get(Interviews.class).add(diagnosis, held, "spoken", day, one);
    }
  }

  private int logged(UUID diagnosis, SignedIn who, String action) {
    return house.get(AuditReader.class).entries(diagnosis, who.user(), action, 0, 9).size();
  }

  private Texts texts(String language) {
    return house.get(Languages.class).texts(new Language(language));
  }

  private Codings codings() {
    return house.get(Codings.class);
  }

  private RefiExports exports() {
    return house.get(RefiExports.class);
  }

  private RefiImports imports() {
    return house.get(RefiImports.class);
  }
}
