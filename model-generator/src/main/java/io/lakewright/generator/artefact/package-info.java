/**
 * What is made of a model: the graph for the canvas, YAML, script templates, documentation, Mermaid and DBML, summaries.
 * Every class here is a pure function of the model. Start at {@link io.lakewright.generator.artefact.Artefacts}.
 */
@NullMarked
package io.lakewright.generator.artefact;

import org.jspecify.annotations.NullMarked;
