package org.linli.kit.test.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java file as it stands in the repository.
 *
 * @param path from the root of the repository
 * @param lines its text
 * @param tree what the compiler reads in it
 * @param positions where in the text each part of the tree stands
 */
record SourceFile(Path path, List<String> lines, CompilationUnitTree tree, SourcePositions positions) {

    /** Whether it is test code; the test kit's main code is. */
    boolean isTest() {
        String text = path.toString();
        return text.contains("src/test/") || text.startsWith("services/kit-test/");
    }

    boolean isCommandLine() {
        return path.startsWith("deploy/cli") || path.startsWith("deploy/images");
    }

    long firstLineOf(Tree part) {
        return lineAt(positions.getStartPosition(tree, part));
    }

    long lastLineOf(Tree part) {
        return lineAt(positions.getEndPosition(tree, part));
    }

    /** The text of a line, counted from one; empty outside the file. */
    String line(long number) {
        return number < 1 || number > lines.size() ? "" : lines.get((int) number - 1);
    }

    Violation violation(Tree part, String what, String instead) {
        return new Violation(path, firstLineOf(part), what, instead);
    }

    private long lineAt(long position) {
        return position < 0 ? 0 : tree.getLineMap().getLineNumber(position);
    }
}
