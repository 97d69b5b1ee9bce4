package io.lakewright.generator.design;

/**
 * Advice that was not followed.
 *
 * @param advice what is often recommended
 * @param didInstead what the model does
 * @param rule id of the rule in the fact base
 */
public record Deviation(String advice, String didInstead, String rule, String because) {}
