package org.linli.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;

/** JSON Schema 2020-12 of event records. Unknown fields are allowed: a newer producer may add some. */
final class EventSchemas {
    private static final SchemaGenerator GENERATOR = generator(false);
    private static final SchemaGenerator OUTSIDE = generator(true);

    private EventSchemas() {}

    static ObjectNode of(String type) {
        return of(type, GENERATOR);
    }

    /** What the systems of districts receive: without the fields that only the services read. */
    static ObjectNode outside(String type) {
        return of(type, OUTSIDE);
    }

    private static ObjectNode of(String type, SchemaGenerator generator) {
        Class<? extends Event> record = EventCatalog.find(type).orElseThrow();
        ObjectNode schema = generator.generateSchema(record);
        schema.put("$id", "urn:linli:schema:" + type);
        schema.put("title", type);
        schema.put(
                "x-data-classification",
                EventCatalog.typeOf(record).classification().name().toLowerCase(java.util.Locale.ROOT));
        return schema;
    }

    private static SchemaGenerator generator(boolean outside) {
        SchemaGeneratorConfigBuilder configuration = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        configuration.with(Option.SCHEMA_VERSION_INDICATOR);
        configuration.forFields().withIgnoreCheck(field -> outside && field.getAnnotation(Inside.class) != null);
        // a reference or a date may be absent; numbers and flags may not
        configuration
                .forFields()
                .withNullableCheck(field -> !field.getType().getErasedType().isPrimitive());
        configuration
                .forFields()
                .withRequiredCheck(field -> field.getType().getErasedType().isPrimitive());
        return new SchemaGenerator(configuration.build());
    }
}
