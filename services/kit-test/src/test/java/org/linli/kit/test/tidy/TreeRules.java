package org.linli.kit.test.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;

/** What the compiler's tree tells of one file: long methods, banned calls, names. */
final class TreeRules extends TreeScanner<Void, Void> {

    private static final int METHOD_LINES = 40;

    /** Calls with a receiver, by name; in main code only. */
    private static final Map<String, String> BANNED_IN_MAIN = Map.of(
            "subscribe", "return the Uni or Multi: what nobody waits for fails unseen",
            "sendAndForget", "write to the outbox: what is not awaited may be lost");

    private final SourceFile file;
    private final ClosedTypes closed;
    private final List<Violation> found = new ArrayList<>();

    private TreeRules(SourceFile file, ClosedTypes closed) {
        this.file = file;
        this.closed = closed;
    }

    static List<Violation> check(SourceFile file, ClosedTypes closed) {
        TreeRules rules = new TreeRules(file, closed);
        rules.scan(file.tree(), null);
        return rules.found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        checkName(method, method.getName());
        BlockTree body = method.getBody();
        // annotations and parameters belong to the method, but only its body is read step by step
        long lines = body == null ? 0 : file.lastLineOf(body) - file.firstLineOf(body) + 1;
        if (lines > METHOD_LINES) {
            found.add(file.violation(
                    method,
                    "method " + method.getName() + " of " + lines + " lines",
                    "name its steps as methods of their own (at most " + METHOD_LINES + ")"));
        }
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        checkName(type, type.getSimpleName());
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        checkName(variable, variable.getName());
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            checkCall(call, select);
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
        String text = select.toString();
        if (!file.isTest() && !file.isCommandLine() && (text.equals("System.out") || text.equals("System.err"))) {
            found.add(
                    file.violation(select, text, "log through org.jboss.logging.Logger; only the command line prints"));
        }
        return super.visitMemberSelect(select, nothing);
    }

    @Override
    public Void visitImport(ImportTree imported, Void nothing) {
        String name = imported.getQualifiedIdentifier().toString();
        if (name.startsWith("org.mockito") || name.equals("io.quarkus.test.InjectMock")) {
            found.add(file.violation(
                    imported,
                    "a mock",
                    "test a rule as plain Java, anything else on the real PostgreSQL and Kafka (kit-test)"));
        }
        return super.visitImport(imported, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        String name = annotation.getAnnotationType().toString();
        if (name.equals("SuppressWarnings") && !hasReason(annotation)) {
            found.add(file.violation(
                    annotation,
                    "@SuppressWarnings without a reason",
                    "mend the cause, or say why in a // comment beside it"));
        }
        if (name.equals("Transactional")) {
            found.add(file.violation(
                    annotation, "@Transactional", "@WithTransaction on the outermost method of the use case"));
        }
        return super.visitAnnotation(annotation, nothing);
    }

    @Override
    public Void visitSwitch(SwitchTree choice, Void nothing) {
        closed.defaultOver(choice.getCases()).ifPresent(type -> reportDefault(choice, type));
        return super.visitSwitch(choice, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
        closed.defaultOver(choice.getCases()).ifPresent(type -> reportDefault(choice, type));
        return super.visitSwitchExpression(choice, nothing);
    }

    private void reportDefault(Tree choice, String type) {
        found.add(file.violation(
                choice,
                "default over " + type + ", which is closed",
                "name every case, so that a new one breaks the build where it must be answered"));
    }

    private void checkCall(MethodInvocationTree call, MemberSelectTree select) {
        String method = select.getIdentifier().toString();
        String receiver = select.getExpression().toString();
        if (receiver.equals("Thread") && method.equals("sleep")) {
            found.add(file.violation(
                    call,
                    "Thread.sleep",
                    file.isTest() ? "wait for a condition (Awaitility)" : "wait for a condition"));
        }
        if (file.isTest()) {
            return;
        }
        // not await() alone: a latch has it, too
        boolean blocks = select.getExpression() instanceof MethodInvocationTree before
                && before.getMethodSelect() instanceof MemberSelectTree waiting
                && waiting.getIdentifier().contentEquals("await")
                && Set.of("indefinitely", "atMost", "asOptional").contains(method);
        if (blocks) {
            found.add(file.violation(call, ".await()", "return the Uni and let the framework wait for it"));
        }
        if (BANNED_IN_MAIN.containsKey(method)) {
            found.add(file.violation(call, "." + method + "(", BANNED_IN_MAIN.get(method)));
        }
    }

    private void checkName(Tree named, Name name) {
        if (name.chars().anyMatch(character -> character > 127)) {
            found.add(file.violation(
                    named,
                    "the name " + name,
                    "an English name; the Chinese term stands once, in the Javadoc of the type"));
        }
    }

    private boolean hasReason(AnnotationTree annotation) {
        long line = file.firstLineOf(annotation);
        return file.line(line).contains("//") || file.line(line - 1).strip().startsWith("//");
    }
}
