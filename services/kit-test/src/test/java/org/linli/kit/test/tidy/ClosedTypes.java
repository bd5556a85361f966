package org.linli.kit.test.tidy;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The enumerations and sealed types of the repository, so that a {@code default} over one of them can be recognised by
 * the names of its cases. It knows names, not types: two closed types with a case of the same name are one to it.
 */
final class ClosedTypes extends TreeScanner<Void, Void> {

    /** By the name of a closed type, the names of its cases. */
    private final Map<String, Set<String>> cases = new HashMap<>();

    private final Set<String> sealedTypes = new HashSet<>();
    private final List<ClassTree> types = new ArrayList<>();

    static ClosedTypes of(List<SourceFile> files) {
        ClosedTypes closed = new ClosedTypes();
        files.forEach(file -> closed.scan(file.tree(), null));
        closed.types.forEach(closed::addToItsSealedTypes);
        return closed;
    }

    /** The closed type over which these cases have a default; empty if there is none, or the type is not ours. */
    Optional<String> defaultOver(List<? extends CaseTree> branches) {
        List<CaseLabelTree> labels = branches.stream()
                .<CaseLabelTree>flatMap(branch -> branch.getLabels().stream())
                .toList();
        Set<String> names = new HashSet<>();
        labels.forEach(label -> nameOf(label).ifPresent(names::add));
        boolean hasDefault = labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
        if (!hasDefault || names.isEmpty()) {
            return Optional.empty();
        }
        return cases.entrySet().stream()
                .filter(type -> type.getValue().containsAll(names))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        types.add(type);
        String name = type.getSimpleName().toString();
        if (type.getKind() == Tree.Kind.ENUM) {
            cases.put(name, constantsOf(type));
        }
        if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
            sealedTypes.add(name);
        }
        return super.visitClass(type, nothing);
    }

    private void addToItsSealedTypes(ClassTree type) {
        List<Tree> above = new ArrayList<>(type.getImplementsClause());
        if (type.getExtendsClause() != null) {
            above.add(type.getExtendsClause());
        }
        above.stream()
                .map(ClosedTypes::simpleName)
                .filter(sealedTypes::contains)
                .forEach(name -> cases.computeIfAbsent(name, ignored -> new HashSet<>())
                        .add(type.getSimpleName().toString()));
    }

    private static Set<String> constantsOf(ClassTree type) {
        Set<String> constants = new HashSet<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree constant
                    && simpleName(constant.getType())
                            .equals(type.getSimpleName().toString())) {
                constants.add(constant.getName().toString());
            }
        }
        return constants;
    }

    private static Optional<String> nameOf(CaseLabelTree label) {
        return switch (label) {
            case ConstantCaseLabelTree constant -> nameOf(constant.getConstantExpression());
            case PatternCaseLabelTree pattern -> nameOf(pattern.getPattern());
            default -> Optional.empty();
        };
    }

    private static Optional<String> nameOf(ExpressionTree constant) {
        boolean named = constant instanceof IdentifierTree || constant instanceof MemberSelectTree;
        // a literal can never be a case of a closed type: its name matches nothing
        return Optional.of(named ? simpleName(constant) : constant.toString());
    }

    private static Optional<String> nameOf(PatternTree pattern) {
        return switch (pattern) {
            case BindingPatternTree binding ->
                Optional.of(simpleName(binding.getVariable().getType()));
            case DeconstructionPatternTree parts -> Optional.of(simpleName(parts.getDeconstructor()));
            default -> Optional.empty();
        };
    }

    private static String simpleName(Tree type) {
        String name = type == null ? "" : type.toString();
        int generic = name.indexOf('<');
        String plain = generic < 0 ? name : name.substring(0, generic);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
