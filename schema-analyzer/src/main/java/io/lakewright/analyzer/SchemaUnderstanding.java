package io.lakewright.analyzer;

final class SchemaUnderstanding {}
