package org.passerelle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction begins where a bean is called from outside, and nowhere else: a class that calls
 * its own transactional method gets none, and half of what it does stays when the rest fails.
 */
@Tag("slow")
class TransactionsTest {
  /** By name, since what stands above a class of a library is not read. */
  private static final DescribedPredicate<JavaClass> TEMPLATES =
      type(TransactionTemplate.class).or(type(TransactionOperations.class));

  @Test
  void noClassCallsItsOwnTransactionalMethodWithoutATransaction() {
    assertThat(without(ReadClasses.ofTheHouse()))
        .as("put the transaction on the method that is called from outside")
        .isEmpty();
  }

  @Test
  void aRoundThatCallsItsOwnWorkIsFound() {
    assertThat(without(new ClassFileImporter().importClasses(Round.class)))
        .containsExactly(Round.class.getName() + ".everyMinute()");
  }

  /** A round as it must not be written. */
  static class Round {
    @Transactional
    public void check() {}

    @Transactional
    public void checkAll() {
      one();
    }

    void everyMinute() {
      one();
    }

    private void one() {
      check();
    }
  }

  private static List<String> without(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> call.getOriginOwner().equals(call.getTargetOwner()))
        .filter(
            call -> call.getTarget().resolveMember().filter(TransactionsTest::writes).isPresent())
        .flatMap(call -> beginnings(call.getOrigin(), new HashSet<>()))
        .map(JavaCodeUnit::getFullName)
        .distinct()
        .sorted()
        .toList();
  }

  /** Through which methods of its class this one is come to without a transaction. */
  private static Stream<JavaCodeUnit> beginnings(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
    if (!seen.add(unit) || isTransactional(unit) || begins(unit) || hears(unit)) {
      return Stream.empty();
    }
    List<JavaMethodCall> own =
        unit.getOwner().getMethodCallsFromSelf().stream()
            .filter(call -> call.getTarget().resolveMember().filter(unit::equals).isPresent())
            .toList();
    Stream<JavaCodeUnit> further = own.stream().flatMap(call -> beginnings(call.getOrigin(), seen));
    return unit.getModifiers().contains(JavaModifier.PRIVATE)
        ? further
        : Stream.concat(Stream.of(unit), further);
  }

  private static boolean writes(JavaCodeUnit unit) {
    return unit.isAnnotatedWith(Transactional.class)
        && !unit.getAnnotationOfType(Transactional.class).readOnly();
  }

  /** Whether it is called within the transaction of what it hears of. */
  private static boolean hears(JavaCodeUnit unit) {
    return unit.isAnnotatedWith(EventListener.class);
  }

  private static boolean isTransactional(JavaCodeUnit unit) {
    return unit.isAnnotatedWith(Transactional.class)
        || (unit.isMethod()
            && unit.getModifiers().contains(JavaModifier.PUBLIC)
            && unit.getOwner().isAnnotatedWith(Transactional.class));
  }

  /** Whether it begins one by itself around what it does. */
  private static boolean begins(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .map(JavaMethodCall::getTargetOwner)
        .anyMatch(TEMPLATES);
  }
}
