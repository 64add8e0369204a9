package org.passerelle;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps of a method were done when another place of it is reached. */
final class TemplateReach {
  /** How surely a step was done when another one of the same method is reached. */
  enum Reach {
    NEVER,
    PERHAPS,
    ALWAYS
  }

  private static final Set<Tree.Kind> LOOPS =
      EnumSet.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  private final Trees trees;

  TemplateReach(Trees trees) {
    this.trees = trees;
  }

  /** Whether {@code first} was done when {@code then} is reached. */
  Reach of(TreePath first, TreePath then) {
    if (first.getLeaf() == then.getLeaf() || end(first) > end(then)) {
      return Reach.NEVER;
    }
    return reachOf(first, then);
  }

  /** The same for the end of the method. */
  static Reach ofEnd(TreePath first) {
    return reachOf(first, null);
  }

  private static Reach reachOf(TreePath first, @Nullable TreePath then) {
    Reach reach = Reach.ALWAYS;
    TreePath child = first;
    for (TreePath p = first.getParentPath();
        p != null && !(child.getLeaf() instanceof MethodTree);
        p = p.getParentPath()) {
      if (then != null && contains(p, then)) {
        return apart(p.getLeaf(), child.getLeaf(), then) ? Reach.NEVER : reach;
      }
      if (then != null && leaves(p.getLeaf(), child.getLeaf())) {
        return Reach.NEVER;
      }
      if (isPerhaps(p, child.getLeaf())) {
        reach = Reach.PERHAPS;
      }
      child = p;
    }
    return reach;
  }

  private long end(TreePath path) {
    return trees.getSourcePositions().getEndPosition(path.getCompilationUnit(), path.getLeaf());
  }

  private static boolean contains(TreePath around, TreePath path) {
    for (TreePath p = path; p != null; p = p.getParentPath()) {
      if (p.getLeaf() == around.getLeaf()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two parts of a choice exclude each other. */
  private static boolean apart(Tree choice, Tree one, TreePath then) {
    if (choice instanceof IfTree branches) {
      return one == branches.getThenStatement()
          && branches.getElseStatement() != null
          && holds(branches.getElseStatement(), then);
    }
    return (choice instanceof ConditionalExpressionTree branches
            && one == branches.getTrueExpression()
            && holds(branches.getFalseExpression(), then))
        || (one instanceof CaseTree && !holds(one, then));
  }

  private static boolean holds(Tree tree, TreePath path) {
    for (TreePath p = path; p != null; p = p.getParentPath()) {
      if (p.getLeaf() == tree) {
        return true;
      }
    }
    return false;
  }

  /** Whether a method or lambda is left there. */
  private static boolean leaves(Tree around, Tree child) {
    if (around instanceof BlockTree block) {
      List<? extends StatementTree> all = block.getStatements();
      StatementTree last = all.get(all.size() - 1);
      return last instanceof ReturnTree || last instanceof ThrowTree;
    }
    return around instanceof ReturnTree
        || (around instanceof LambdaExpressionTree lambda
            && lambda.getBody() == child
            && child instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("show"));
  }

  private static boolean isPerhaps(TreePath path, Tree child) {
    Tree around = path.getLeaf();
    // what every bean of an extension point adds; there is one at least
    boolean isForEach =
        path.getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("forEach");
    return (around instanceof IfTree branches && child != branches.getCondition())
        || (around instanceof ConditionalExpressionTree choice && child != choice.getCondition())
        || (around instanceof LambdaExpressionTree && !isForEach)
        || around instanceof CaseTree
        || LOOPS.contains(around.getKind());
  }
}
